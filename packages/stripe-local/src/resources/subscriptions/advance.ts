import type { Scope } from '../../scope'
import type { InvoiceRow, SubscriptionRow } from '../../state/rows'
import { voidInvoice } from '../invoices/close'
import { alterSubscription, requireSubscription } from './alter'
import { billCycle } from './bill'
import { endSubscription } from './end'
import { intervalOf, itemsInPeriod, periodOf } from './items'
import { nextPeriodEnd } from './periods'
import { planNext } from './plan-next'

/**
 * What time brings to a subscription; `what` was planned for now. Everything that falls on the
 * same moment happens in one order: an end comes before a renewal, which comes after a trial's.
 */
export function advanceSubscription(scope: Scope, row: SubscriptionRow, what: string): void {
  if (what === 'cancel') endSubscription(scope, row.id, { reason: 'cancellation_requested' })
  else if (what === 'expire') expire(scope, row)
  else if (what === 'end_trial') endTrial(scope, row)
  else if (what === 'renew') renew(scope, row)
  else if (what === 'trial_will_end') scope.emit('customer.subscription.trial_will_end', row)
  else if (what === 'resume_collection') {
    alterSubscription(scope, row.id, { pause_collection: null })
  }
  planNext(scope, requireSubscription(scope, row.id))
}

/** Never paid: it ends before it began, and nothing is owed. */
function expire(scope: Scope, row: SubscriptionRow): void {
  const invoice = scope.tables.invoices.get(row.latest_invoice ?? '')
  if (invoice?.status === 'open') voidInvoice(scope, invoice)
  else {
    alterSubscription(scope, row.id, { status: 'incomplete_expired', ended_at: scope.now })
  }
}

/** The next period begins where the last one ended, and is invoiced. */
export function renew(scope: Scope, row: SubscriptionRow): InvoiceRow {
  const { end: start } = periodOf(row)
  const end = nextPeriodEnd(row.billing_cycle_anchor, intervalOf(row), start)
  const renewed = alterSubscription(scope, row.id, { items: itemsInPeriod(row, { start, end }) })
  return billCycle(scope, renewed)
}

/**
 * A trial ends. Without a card the subscription does what it was told to: it is cancelled, waits,
 * or is invoiced like any other; with one its first paid period begins.
 */
function endTrial(scope: Scope, row: SubscriptionRow): void {
  const behavior = hasMethod(scope, row)
    ? 'create_invoice'
    : row.trial_settings?.end_behavior.missing_payment_method
  if (behavior === 'cancel') {
    endSubscription(scope, row.id, { reason: 'cancellation_requested' })
  } else if (behavior === 'pause') {
    const paused = alterSubscription(scope, row.id, { status: 'paused' })
    scope.emit('customer.subscription.paused', paused)
  } else {
    const start = row.trial_end ?? scope.now
    const end = nextPeriodEnd(start, intervalOf(row), start)
    const begun = alterSubscription(scope, row.id, {
      billing_cycle_anchor: start,
      items: itemsInPeriod(row, { start, end }),
      status: 'active',
    })
    billCycle(scope, begun)
  }
}

function hasMethod(scope: Scope, row: SubscriptionRow): boolean {
  const customer = scope.tables.customers.get(row.customer)
  return (
    row.default_payment_method !== null ||
    (customer?.invoice_settings.default_payment_method ?? null) !== null
  )
}
