import type { Deps } from '../../shared/deps'
import type { UpdateSubscriptionParams } from '../schema'
import { planItem } from './process-command/send-subscription'

type PlanChange = Extract<UpdateSubscriptionParams['change'], { kind: 'plan' }>

/**
 * What Stripe would charge for another plan at that moment, computed by Stripe itself: sending the same
 * change with the same moment charges the same. Minor units; a credit is not above zero. Changes nothing.
 */
export async function previewPlanChange(
  { stripe }: Pick<Deps, 'stripe'>,
  stripeSubscriptionId: string,
  plan: PlanChange,
): Promise<{ creditMinor: bigint; dueMinor: bigint; periodEnd: Date }> {
  const invoice = await stripe.invoices.createPreview({
    subscription: stripeSubscriptionId,
    subscription_details: {
      items: [planItem(plan)],
      proration_behavior: 'always_invoice',
      proration_date: Math.floor(Date.parse(plan.at) / 1000),
    },
  })
  const lines = invoice.lines.data
  const credits = lines.filter((line) => line.amount < 0)
  const ends = lines.filter((line) => line.amount > 0).map((line) => line.period.end)
  return {
    creditMinor: BigInt(credits.reduce((sum, line) => sum + line.amount, 0)),
    dueMinor: BigInt(invoice.amount_due),
    periodEnd: new Date(Math.max(invoice.period_end, ...ends) * 1000),
  }
}
