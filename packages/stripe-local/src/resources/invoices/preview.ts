import { z } from 'zod'
import type { Scope } from '../../scope'
import { randomText } from '../../state/ids'
import type { InvoiceRow, SubscriptionRow } from '../../state/rows'
import { text } from '../schema'
import { renew } from '../subscriptions/advance'
import { requireSubscription } from '../subscriptions/alter'
import { updateParams } from '../subscriptions/schema'
import { updateSubscription } from '../subscriptions/update'
import { requireInvoice } from './alter'

const { items, proration_behavior, proration_date } = updateParams.shape

export const previewParams = z.strictObject({
  customer: text().optional(),
  subscription: text(),
  subscription_details: z.strictObject({ items, proration_behavior, proration_date }).optional(),
})

/**
 * The invoice that a change of a subscription, or else its next renewal, would bring. The change
 * is carried out and undone, so the preview and the change cannot differ.
 */
export function previewInvoice(given: Scope, params: z.output<typeof previewParams>): InvoiceRow {
  const row = requireSubscription(given, params.subscription, 'subscription')
  const scope = given.at(row.test_clock)
  return scope.pretend(() => {
    const changed = updateSubscription(scope, row, params.subscription_details ?? {})
    const invoice =
      changed.latest_invoice === row.latest_invoice
        ? nextRenewal(scope, changed)
        : requireInvoice(scope, changed.latest_invoice ?? '')
    const amount = invoice.amount_due
    return {
      ...invoice,
      id: `upcoming_in_${randomText(24)}`,
      amount_paid: 0,
      amount_remaining: amount,
      attempt_count: 0,
      attempted: false,
      effective_at: null,
      hosted_invoice_url: null,
      next_payment_attempt: invoice.next_payment_attempt ?? scope.now,
      number: null,
      status: 'draft',
      status_transitions: {
        finalized_at: null,
        marked_uncollectible_at: null,
        paid_at: null,
        voided_at: null,
      },
    }
  })
}

function nextRenewal(scope: Scope, row: SubscriptionRow): InvoiceRow {
  const draft = renew(scope, row)
  const owed = draft.total + draft.starting_balance
  return { ...draft, amount_due: Math.max(0, owed), ending_balance: Math.min(0, owed) }
}
