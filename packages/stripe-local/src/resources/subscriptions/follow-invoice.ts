import type { Scope } from '../../scope'
import type { InvoiceRow } from '../../state/rows'
import { subscriptionOf } from '../invoices/alter'
import { alterSubscription } from './alter'
import { endSubscription } from './end'
import { ENDED } from './plan-next'

/** The newest invoice of a subscription decides its status; older ones do not. */
function subscriptionDecidedBy(scope: Scope, invoice: InvoiceRow) {
  const subscription = subscriptionOf(scope, invoice)
  const decides =
    subscription?.latest_invoice === invoice.id && !ENDED.includes(subscription.status)
  return decides ? subscription : undefined
}

/** Paying the newest invoice makes a subscription active; a trial goes on as it was. */
export function followPaidInvoice(scope: Scope, invoice: InvoiceRow): void {
  const subscription = subscriptionDecidedBy(scope, invoice)
  if (!subscription || subscription.status === 'trialing') return
  const wasPaused = subscription.status === 'paused'
  const row = alterSubscription(scope, subscription.id, { status: 'active' })
  if (wasPaused) scope.emit('customer.subscription.resumed', row)
}

/**
 * A failed attempt leaves the money owed: past due while attempts go on, and what the settings
 * say after the last one. A subscription that was never paid stays incomplete.
 */
export function followFailedInvoice(scope: Scope, invoice: InvoiceRow): void {
  const subscription = subscriptionDecidedBy(scope, invoice)
  if (!subscription || ['incomplete', 'paused'].includes(subscription.status)) return
  if (subscription.status !== 'unpaid') {
    alterSubscription(scope, subscription.id, { status: 'past_due' })
  }
  if (invoice.next_payment_attempt !== null || invoice.auto_advance === false) return
  const { after } = scope.dunning
  if (after === 'unpaid') alterSubscription(scope, subscription.id, { status: 'unpaid' })
  if (after === 'cancel') endSubscription(scope, subscription.id, { reason: 'payment_failed' })
}

/** Without its first invoice a subscription never began; any other voided one is settled. */
export function followVoidedInvoice(scope: Scope, invoice: InvoiceRow): void {
  const subscription = subscriptionDecidedBy(scope, invoice)
  if (!subscription) return
  if (subscription.status === 'incomplete') {
    alterSubscription(scope, subscription.id, {
      status: 'incomplete_expired',
      ended_at: scope.now,
    })
  } else if (subscription.status === 'past_due') {
    alterSubscription(scope, subscription.id, { status: 'active' })
  }
}
