import 'server-only'
import { DomainError, type ErrorKind } from '@archway/api/shared/errors'
import { deps } from '@/lib/deps'

const statuses: Record<ErrorKind, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 400,
  conflict: 409,
  precondition: 412,
  rate_limited: 429,
  unavailable: 503,
}

/**
 * What a route that is called by fetch answers when its work was refused: the reason as a key of the
 * message catalogue, with its details. Anything unexpected is logged and told as "internal".
 */
export function refusalResponse(error: unknown, what: string): Response {
  const headers = { 'Cache-Control': 'no-store' }
  if (error instanceof DomainError) {
    const { reason, details, field } = error
    return Response.json({ reason, details, field }, { status: statuses[error.kind], headers })
  }
  deps().logger.error({ err: error }, what)
  return Response.json({ reason: 'internal', details: {}, field: null }, { status: 500, headers })
}
