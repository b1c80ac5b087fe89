import type { Prisma } from '@archway/db/generated/client'
import Stripe from 'stripe'
import type { Deps } from '../../../shared/deps'
import type { StripeCommandState } from '../../states'

export type CommandDeps = Pick<Deps, 'db' | 'clock' | 'stripe' | 'appUrl' | 'logger'>

export type LoadedCommand = Prisma.StripeCommandGetPayload<{
  include: {
    order: { select: { id: true; checkoutSessionId: true; createdAt: true } }
    subscription: {
      select: { id: true; checkoutSessionId: true; stripeCustomerId: true; createdAt: true }
    }
  }
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
  /** Stripe only repeats a failure of its own that it has kept under the key: another key is needed */
  isKeySpent?: boolean
}

/** The order that a command is about. Commands of payouts have none; those are sent by others. */
export function orderOf({ id, order }: LoadedCommand): NonNullable<LoadedCommand['order']> {
  if (order === null) throw new Error(`command ${id} is about no order`)
  return order
}

/** The membership that a command is about. */
export function subscriptionOf({
  id,
  subscription,
}: LoadedCommand): NonNullable<LoadedCommand['subscription']> {
  if (subscription === null) throw new Error(`command ${id} is about no membership`)
  return subscription
}

/** The idempotency key of a command as it stands. */
export const idempotencyKeyOf = ({ id, keyVersion }: { id: string; keyVersion: number }): string =>
  keyVersion === 1 ? id : `${id}:${keyVersion}`

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
 * `unknown` when nobody can tell whether it was done (connection, time-out, 5xx, 429, key in use). A 5xx
 * that is repeated from the first answer under the key (docs.stripe.com/api/idempotent_requests) has
 * spent the key: the first request is over, and what it made would be found by its metadata.
 */
export function resultOfError(error: unknown): CommandResult {
  const message = error instanceof Error ? error.message : String(error)
  const isFinal =
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeCardError
  if (!isFinal) return { ...unknown(message), isKeySpent: isRepeatedFailure(error) }
  return failed(error.code ? `${error.code}: ${message}` : message)
}

const isRepeatedFailure = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeError &&
  (error.statusCode ?? 0) >= 500 &&
  error.headers?.['idempotent-replayed'] === 'true'
