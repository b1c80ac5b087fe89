import type { Prisma } from '@archway/db/generated/client'
import Stripe from 'stripe'
import type { Deps } from '../../../shared/deps'
import type { StripeCommandState } from '../../states'

export type CommandDeps = Pick<Deps, 'db' | 'clock' | 'stripe' | 'appUrl' | 'logger'>

export type LoadedCommand = Prisma.StripeCommandGetPayload<{
  include: { order: { select: { id: true; checkoutSessionId: true; createdAt: true } } }
}> & {
  /** it was sent before and no answer is known: what it made is looked for first */
  isRepeated: boolean
}

export type CommandResult = {
  state: 'done' | 'failed' | 'unknown'
  resultId: string | null
  error: string | null
  /** the session that was made, for the order to keep */
  session?: { id: string; url: string | null }
}

/** `processCommand`, for a sender that depends on another command. */
export type ProcessCommand = (
  deps: CommandDeps,
  commandId: string,
) => Promise<{ state: StripeCommandState; error: string | null }>

export const done = (resultId: string | null): CommandResult => ({
  state: 'done',
  resultId,
  error: null,
})
export const failed = (error: string): CommandResult => ({ state: 'failed', resultId: null, error })
export const unknown = (error: string): CommandResult => ({
  state: 'unknown',
  resultId: null,
  error,
})

/**
 * From this age on Stripe may have forgotten an idempotency key (it keeps them for at least 24 hours:
 * docs.stripe.com/api/idempotent_requests).
 */
export const keyLifetimeSeconds = 23 * 3600

export const mayBeForgotten = (command: LoadedCommand, now: Date): boolean =>
  command.firstSentAt !== null &&
  now.getTime() - command.firstSentAt.getTime() >= keyLifetimeSeconds * 1000

/**
 * What an error of the SDK means: `failed` when Stripe refused for a reason that will not go away,
 * `unknown` when nobody can tell whether it was done (connection, time-out, 5xx, 429, key in use).
 */
export function resultOfError(error: unknown): CommandResult {
  const message = error instanceof Error ? error.message : String(error)
  const isFinal =
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeCardError
  if (!isFinal) return unknown(message)
  return failed(error.code ? `${error.code}: ${message}` : message)
}
