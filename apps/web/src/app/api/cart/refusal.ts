import { DomainError } from '@archway/api/shared/errors'
import { TRPCError } from '@trpc/server'

/** Why a change was refused, also by a procedure; null for what is no refusal. */
export const refusalOf = (error: unknown): DomainError | null => {
  const cause = error instanceof TRPCError ? error.cause : error
  return cause instanceof DomainError ? cause : null
}
