import type { Scope } from '../../scope'
import type { InvoiceRow } from '../../state/rows'
import { paymentsOf, settleInvoicePayment } from '../invoice-payments/create'
import { followPaidInvoice } from '../subscriptions/follow-invoice'
import { alterInvoice } from './alter'

/** An invoice is paid, by a payment that went through or because nothing was due. */
export function markPaid(given: Scope, invoice: InvoiceRow): InvoiceRow {
  const scope = given.at(invoice.test_clock)
  for (const payment of paymentsOf(scope, invoice.id)) {
    if (payment.status === 'open') settleInvoicePayment(scope, payment)
  }
  const row = alterInvoice(scope, invoice.id, {
    amount_paid: invoice.amount_due,
    amount_remaining: 0,
    attempted: true,
    auto_advance: false,
    next_payment_attempt: null,
    status: 'paid',
    status_transitions: { ...invoice.status_transitions, paid_at: scope.now },
  })
  scope.plan('invoice_due', row.id, null)
  scope.emit('invoice.paid', row)
  scope.emit('invoice.payment_succeeded', row)
  followPaidInvoice(scope, row)
  return row
}
