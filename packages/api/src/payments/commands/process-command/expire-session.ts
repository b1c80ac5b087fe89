import Stripe from 'stripe'
import {
  type CommandDeps,
  type CommandResult,
  done,
  failed,
  type LoadedCommand,
  orderOf,
  type ProcessCommand,
  resultOfError,
  unknown,
} from './outcome'

/**
 * Makes sure that an order can no longer be paid. `done` only when Stripe says that the session has
 * expired, or when none was ever asked for; `failed` when it has been completed. A session whose
 * opening got no answer is opened again under the same key first: that returns the one there is.
 */
export async function expireSession(
  deps: CommandDeps,
  command: LoadedCommand,
  process: ProcessCommand,
): Promise<CommandResult> {
  const order = orderOf(command)
  const sessionId = order.checkoutSessionId ?? (await openedSession(deps, order.id, process))
  if (sessionId === 'unknown') return unknown('it is not known whether there is a session')
  if (sessionId === null) return done(null)
  try {
    // No key of ours: expiring twice is harmless, and a key would make Stripe repeat a passing error.
    await deps.stripe.checkout.sessions.expire(sessionId)
    return done(sessionId)
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) return resultOfError(error)
    return await resultOfClosed(deps, sessionId)
  }
}

/** Stripe refuses to expire what is not open: find out which of the two it is. */
async function resultOfClosed(deps: CommandDeps, sessionId: string): Promise<CommandResult> {
  try {
    const session = await deps.stripe.checkout.sessions.retrieve(sessionId)
    return session.status === 'expired' ? done(sessionId) : failed(`session is ${session.status}`)
  } catch (error) {
    return resultOfError(error)
  }
}

async function openedSession(
  deps: CommandDeps,
  orderId: string,
  process: ProcessCommand,
): Promise<string | 'unknown' | null> {
  // Never sent: from now on it will not be. One row either way, so sender and canceller exclude
  // each other.
  await deps.db.stripeCommand.updateMany({
    where: { orderId, kind: 'create_session', state: 'pending', firstSentAt: null },
    data: { state: 'failed', error: 'cancelled before it was sent' },
  })
  const create = await deps.db.stripeCommand.findFirst({
    where: { orderId, kind: 'create_session' },
  })
  if (!create || create.state === 'failed') return null
  if (create.state !== 'done') {
    const { state } = await process(deps, create.id)
    if (state === 'failed') return null
    if (state !== 'done') return 'unknown'
  }
  const settled = await deps.db.stripeCommand.findUniqueOrThrow({ where: { id: create.id } })
  return settled.resultId
}
