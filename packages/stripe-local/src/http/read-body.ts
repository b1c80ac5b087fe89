import type { IncomingMessage } from 'node:http'
import { ApiError } from './api-error'

/** Largest request body, in bytes. */
export const MAXIMUM_BODY_BYTES = 1024 * 1024

/** Reads the whole body as UTF-8; more than 1 MB is refused with 413. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = chunk as Buffer
    size += bytes.length
    if (size > MAXIMUM_BODY_BYTES) {
      throw new ApiError(
        413,
        { type: 'invalid_request_error', message: 'The request body is larger than 1 MB.' },
        { connection: 'close' },
      )
    }
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}
