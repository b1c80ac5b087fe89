import type Stripe from 'stripe'
import { createSubscriptionSessionParams } from '../../schema'
import { toStripeLocale } from './create-session'
import {
  type CommandDeps,
  type CommandResult,
  done,
  failed,
  idempotencyKeyOf,
  type LoadedCommand,
  mayBeForgotten,
  type ProcessCommand,
  resultOfError,
  subscriptionOf,
  unknown,
} from './outcome'

/** Opens the Checkout Session of a membership from the snapshot in the command. */
export async function createSubscriptionSession(
  deps: CommandDeps,
  command: LoadedCommand,
): Promise<CommandResult> {
  const params = createSubscriptionSessionParams.parse(command.params)
  const { id } = subscriptionOf(command)
  const metadata = { subscription_id: id, command_id: command.id }
  const toResult = (session: Stripe.Checkout.Session): CommandResult => ({
    ...done(session.id),
    session: { id: session.id, url: session.url },
  })
  try {
    const found = command.isRepeated ? await findSession(deps, command) : null
    if (found) return toResult(found)
    if (mayBeForgotten(command, deps.clock.now())) return failed('no session was made in time')
    const session = await deps.stripe.checkout.sessions.create(
      {
        mode: 'subscription',
        line_items: [
          {
            quantity: 1,
            price_data: {
              currency: params.currency.toLowerCase(),
              unit_amount: Number(params.amountMinor),
              recurring: { interval: params.interval },
              product_data: { name: params.title },
            },
          },
        ],
        client_reference_id: id,
        metadata,
        subscription_data: {
          metadata,
          ...(params.trialDays > 0 ? { trial_period_days: params.trialDays } : {}),
        },
        ...(params.customerId ? { customer: params.customerId } : { customer_email: params.email }),
        expires_at: Math.floor(Date.parse(params.expiresAt) / 1000),
        locale: toStripeLocale(params.locale),
        success_url: `${deps.appUrl}/membership/return/${id}`,
        cancel_url: `${deps.appUrl}/membership`,
      },
      { idempotencyKey: idempotencyKeyOf(command) },
    )
    return toResult(session)
  } catch (error) {
    return resultOfError(error)
  }
}

async function findSession(deps: CommandDeps, command: LoadedCommand) {
  const { id, createdAt } = subscriptionOf(command)
  const created = { gte: Math.floor(createdAt.getTime() / 1000) - 300 }
  for await (const session of deps.stripe.checkout.sessions.list({ created, limit: 100 })) {
    if (session.client_reference_id === id) return session
  }
  return null
}

/**
 * Makes sure that the checkout of a membership can no longer be completed: `done` only when Stripe says
 * that it has expired or none was ever asked for, `failed` when it was completed.
 */
export async function expireSubscriptionSession(
  deps: CommandDeps,
  command: LoadedCommand,
  process: ProcessCommand,
): Promise<CommandResult> {
  const { id, checkoutSessionId } = subscriptionOf(command)
  const sessionId = checkoutSessionId ?? (await openedSession(deps, id, process))
  if (sessionId === 'unknown') return unknown('it is not known whether there is a session')
  if (sessionId === null) return done(null)
  try {
    const session = await deps.stripe.checkout.sessions.retrieve(sessionId)
    if (session.status === 'complete') return failed('session is complete')
    if (session.status !== 'expired') await deps.stripe.checkout.sessions.expire(sessionId)
    return done(sessionId)
  } catch (error) {
    // It may have been completed between the look and the call: look again instead of giving up.
    const result = resultOfError(error)
    return result.state === 'failed' ? unknown(result.error ?? 'not expired') : result
  }
}

async function openedSession(
  deps: CommandDeps,
  subscriptionId: string,
  process: ProcessCommand,
): Promise<string | 'unknown' | null> {
  const kind = 'create_subscription_session'
  await deps.db.stripeCommand.updateMany({
    where: { subscriptionId, kind, state: 'pending', firstSentAt: null },
    data: { state: 'failed', error: 'given up before it was sent' },
  })
  const create = await deps.db.stripeCommand.findFirst({ where: { subscriptionId, kind } })
  if (!create || create.state === 'failed') return null
  if (create.state !== 'done') {
    const { state } = await process(deps, create.id)
    if (state === 'failed') return null
    if (state !== 'done') return 'unknown'
  }
  const settled = await deps.db.stripeCommand.findUniqueOrThrow({ where: { id: create.id } })
  return settled.resultId
}
