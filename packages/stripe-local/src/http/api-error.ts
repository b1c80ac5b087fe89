import type { Failure } from '../payments/failure'

/** The body of an error as the SDK reads it. */
export interface ErrorBody {
  type: 'invalid_request_error' | 'idempotency_error' | 'api_error' | 'card_error'
  message: string
  code?: string
  decline_code?: string
  param?: string
}

/** A refusal with its HTTP status and error envelope; the SDK throws the class that fits. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
    readonly headers: Record<string, string> = {},
  ) {
    super(body.message)
    this.name = 'ApiError'
  }
}

/** 400: the request cannot be carried out as it is. */
export function invalidRequest(message: string, code?: string, param?: string): ApiError {
  return new ApiError(400, {
    type: 'invalid_request_error',
    message,
    ...(code ? { code } : {}),
    ...(param ? { param } : {}),
  })
}

/** 402: a card was declined. A route returns this one, so that what the attempt left stays. */
export function cardDeclined(failure: Failure): ApiError {
  return new ApiError(402, {
    type: 'card_error',
    message: failure.message,
    code: failure.code,
    ...(failure.declineCode ? { decline_code: failure.declineCode } : {}),
  })
}

/** 404 for an id in the path, 400 for one in a parameter. */
export function resourceMissing(noun: string, id: string, param = 'id'): ApiError {
  return new ApiError(param === 'id' ? 404 : 400, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${noun}: '${id}'`,
    param,
  })
}

/** 403: an account that is not connected, or no longer. */
export function noAccess(account: string): ApiError {
  return new ApiError(403, {
    type: 'invalid_request_error',
    code: 'account_invalid',
    message: `The provided key does not have access to account '${account}' (or that account does not exist). Application access may have been revoked.`,
  })
}

/** 404: no such route here, on purpose: nothing unknown ever seems to succeed. */
export function unknownRoute(method: string, path: string): ApiError {
  return new ApiError(404, {
    type: 'invalid_request_error',
    message: `Unrecognized request URL (${method}: ${path}). The local Stripe does not have this route.`,
  })
}
