import type { Scope } from '../../scope'
import type { InvoiceRow, SubscriptionRow } from '../../state/rows'
import { alterInvoice } from '../invoices/alter'
import { alterSubscription } from './alter'
import { itemList, periodOf } from './items'

/** When the next thing happens to a subscription or to one of its invoices by itself. */
export function nextMoment(scope: Scope, subscription: string): number | null {
  const targets = new Set([subscription, ...invoicesOf(scope, subscription).map(({ id }) => id)])
  const due = scope.tables.jobs
    .filter(({ kind, target }) => targets.has(target) && kind.endsWith('_due'))
    .map(({ dueAt }) => dueAt)
  return due.length === 0 ? null : Math.min(...due)
}

/**
 * Lets time pass for one subscription alone: all its times, and those of its invoices, move back by
 * so many seconds, so that what was to come is due that much sooner. The clock stays, and so
 * does everything else. Times of creation stay, too: lists are ordered by them.
 */
export function skipTime(scope: Scope, row: SubscriptionRow, seconds: number): void {
  const back = <T extends number | null>(time: T): T => (time === null ? null : time - seconds) as T
  for (const invoice of invoicesOf(scope, row.id)) skipTimeOfInvoice(scope, invoice, back)
  alterSubscription(scope, row.id, {
    // Months differ in length: counted from an earlier day, the next period could end too soon.
    billing_cycle_anchor: back(periodOf(row).end),
    cancel_at: back(row.cancel_at),
    canceled_at: back(row.canceled_at),
    items: itemList(
      row.id,
      row.items.data.map((item) => ({
        ...item,
        current_period_start: back(item.current_period_start),
        current_period_end: back(item.current_period_end),
      })),
    ),
    pause_collection: row.pause_collection && {
      ...row.pause_collection,
      resumes_at: back(row.pause_collection.resumes_at),
    },
    start_date: back(row.start_date),
    trial_end: back(row.trial_end),
    trial_start: back(row.trial_start),
  })
}

function skipTimeOfInvoice(
  scope: Scope,
  invoice: InvoiceRow,
  back: <T extends number | null>(time: T) => T,
): void {
  const row = alterInvoice(scope, invoice.id, {
    automatically_finalizes_at: back(invoice.automatically_finalizes_at),
    lines: {
      ...invoice.lines,
      data: invoice.lines.data.map((line) => ({
        ...line,
        period: { start: back(line.period.start), end: back(line.period.end) },
      })),
    },
    next_payment_attempt: back(invoice.next_payment_attempt),
    period_end: back(invoice.period_end),
    period_start: back(invoice.period_start),
  })
  scope.plan('invoice_due', row.id, row.automatically_finalizes_at ?? row.next_payment_attempt)
}

function invoicesOf(scope: Scope, subscription: string): InvoiceRow[] {
  return scope.tables.invoices.filter(
    ({ parent }) => parent?.subscription_details?.subscription === subscription,
  )
}
