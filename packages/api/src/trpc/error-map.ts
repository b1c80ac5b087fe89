import { TRPCError } from '@trpc/server'
import type { DomainError, ErrorKind } from '../shared/errors'

const codes = {
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  invalid: 'BAD_REQUEST',
  conflict: 'CONFLICT',
  precondition: 'PRECONDITION_FAILED',
  rate_limited: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<ErrorKind, TRPCError['code']>

/** A refusal as tRPC's error; the DomainError rides along as its cause. */
export const toTrpcError = (error: DomainError): TRPCError =>
  new TRPCError({ code: codes[error.kind], message: error.reason, cause: error })
