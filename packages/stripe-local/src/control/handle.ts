import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { App } from '../app'
import { ApiError } from '../http/api-error'
import { readBody } from '../http/read-body'
import { redirect, respondJson } from '../http/respond'
import type { Operation } from './operation'
import { operations } from './registry'

type AnyOperation = Operation<z.ZodType, unknown>

/**
 * Serves `POST /_control/<operation>`. JSON in, JSON out; a form of the dashboard is answered
 * with a redirect back to it.
 */
export async function handleControl(
  app: App,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  try {
    const result = await perform(app, request, name, isForm === true)
    await app.commit()
    if (isForm) redirect(response, `/?done=${encodeURIComponent(name)}`)
    else respondJson(response, 200, JSON.stringify(result ?? null))
  } catch (error) {
    await app.commit()
    if (!(error instanceof ApiError)) throw error
    if (isForm) redirect(response, `/?problem=${encodeURIComponent(error.message)}`)
    else respondJson(response, error.status, JSON.stringify({ error: error.body }))
  }
}

async function perform(app: App, request: IncomingMessage, name: string, isForm: boolean) {
  if (request.method !== 'POST' || !Object.hasOwn(operations, name)) {
    throw new ApiError(404, {
      type: 'invalid_request_error',
      message: `The control API has no operation ${request.method} ${name}.`,
    })
  }
  // Each operation checks its own input below, so its type can be forgotten here.
  const operation = operations[name as keyof typeof operations] as unknown as AnyOperation
  const body = await readBody(request)
  const raw = isForm ? Object.fromEntries(new URLSearchParams(body)) : parseJson(body)
  const parsed = operation.input.safeParse(raw)
  if (!parsed.success) {
    throw new ApiError(400, {
      type: 'invalid_request_error',
      message: `Invalid input for ${name}: ${z.prettifyError(parsed.error)}`,
    })
  }
  return operation.run(app, parsed.data)
}

function parseJson(body: string): unknown {
  if (body === '') return {}
  try {
    return JSON.parse(body)
  } catch {
    throw new ApiError(400, { type: 'invalid_request_error', message: 'The body is not JSON.' })
  }
}
