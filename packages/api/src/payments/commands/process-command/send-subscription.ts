import Stripe from 'stripe'
import {
  cancelSubscriptionParams,
  type SubscriptionChange,
  updateSubscriptionParams,
} from '../../schema'
import {
  type CommandDeps,
  type CommandResult,
  done,
  idempotencyKeyOf,
  type LoadedCommand,
  resultOfError,
} from './outcome'

/**
 * Ends a subscription at Stripe at once, without giving anything back: refunds are commands of their own.
 * One that has ended already, or that Stripe no longer knows, needs no call.
 */
export async function cancelSubscription(
  deps: CommandDeps,
  command: LoadedCommand,
): Promise<CommandResult> {
  const { stripeSubscriptionId: id } = cancelSubscriptionParams.parse(command.params)
  try {
    const subscription = await deps.stripe.subscriptions.retrieve(id)
    if (subscription.status === 'canceled') return done(id)
    await deps.stripe.subscriptions.cancel(
      id,
      { invoice_now: false, prorate: false },
      { idempotencyKey: idempotencyKeyOf(command) },
    )
    return done(id)
  } catch (error) {
    const isGone =
      error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing'
    return isGone ? done(id) : resultOfError(error)
  }
}

/** Changes a subscription at Stripe. Each change sets what it names, so repeating it is harmless. */
export async function updateSubscription(
  deps: CommandDeps,
  command: LoadedCommand,
): Promise<CommandResult> {
  const { stripeSubscriptionId: id, change } = updateSubscriptionParams.parse(command.params)
  try {
    const options = { idempotencyKey: idempotencyKeyOf(command) }
    await deps.stripe.subscriptions.update(id, toParams(change), options)
    return done(id)
  } catch (error) {
    return resultOfError(error)
  }
}

function toParams(change: SubscriptionChange): Stripe.SubscriptionUpdateParams {
  switch (change.kind) {
    case 'end':
      return { cancel_at_period_end: change.atPeriodEnd }
    case 'pause': {
      const resumesAt = Math.floor(Date.parse(change.until) / 1000)
      return { pause_collection: { behavior: 'void', resumes_at: resumesAt } }
    }
    case 'unpause':
      return change.restart
        ? {
            pause_collection: '',
            billing_cycle_anchor: { type: 'now' },
            proration_behavior: 'none',
          }
        : { pause_collection: '' }
    case 'plan':
      return {
        items: [planItem(change)],
        proration_behavior: 'always_invoice',
        proration_date: Math.floor(Date.parse(change.at) / 1000),
        // Without the money the plan stays what it was.
        payment_behavior: 'error_if_incomplete',
      }
  }
}

/** The one item of a membership at another price. */
export const planItem = (
  plan: Omit<Extract<SubscriptionChange, { kind: 'plan' }>, 'kind' | 'at'>,
) => ({
  id: plan.itemId,
  price_data: {
    currency: plan.currency.toLowerCase(),
    product: plan.productId,
    unit_amount: Number(plan.amountMinor),
    recurring: { interval: plan.interval },
  },
})
