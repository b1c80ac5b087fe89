import type { IncomingMessage } from 'node:http'
import { API_VERSION } from '../config'
import { ApiError, invalidRequest } from './api-error'

/** Keys of real accounts: never accepted here, whatever they could open. */
export const LIVE_KEY = /^(sk|rk|pk)_live_/

/**
 * The test key of the request. Only `Bearer sk_test_…` is accepted; a live key is refused with
 * a word of warning, because it was sent to the wrong place.
 */
export function authenticate(request: IncomingMessage): string {
  const match = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')
  const key = match?.[1] ?? ''
  if (LIVE_KEY.test(key)) {
    throw unauthorised(
      'A live key was sent to the local Stripe. It was refused and not stored. Use a key that begins with sk_test_.',
    )
  }
  if (!/^sk_test_\w+$/.test(key)) {
    throw unauthorised('Send a test key that begins with sk_test_ as a bearer token.')
  }
  return key
}

/** This server speaks one API version; no header means that one. */
export function requireVersion(request: IncomingMessage): void {
  const version = request.headers['stripe-version']
  if (version !== undefined && version !== API_VERSION) {
    throw invalidRequest(
      `The local Stripe speaks API version ${API_VERSION} only, not ${String(version)}.`,
    )
  }
}

function unauthorised(message: string): ApiError {
  return new ApiError(401, { type: 'invalid_request_error', message })
}
