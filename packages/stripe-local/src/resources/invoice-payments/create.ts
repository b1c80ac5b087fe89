import type Stripe from 'stripe'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import type { InvoiceRow } from '../../state/rows'
import { change } from '../change'

/** The payments of an invoice, oldest first. */
export function paymentsOf(scope: Scope, invoice: string): Stripe.InvoicePayment[] {
  return scope.tables.invoicePayments.filter((payment) => payment.invoice === invoice)
}

/** Ties a PaymentIntent to an invoice, to be paid by it. */
export function createInvoicePayment(
  scope: Scope,
  invoice: InvoiceRow,
  intent: Stripe.PaymentIntent,
): Stripe.InvoicePayment {
  const payment = {
    id: newId('inpay'),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: scope.now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  } satisfies Stripe.InvoicePayment
  return scope.tables.invoicePayments.put(payment)
}

/** The payment of an invoice went through. */
export function settleInvoicePayment(scope: Scope, payment: Stripe.InvoicePayment): void {
  const { row } = change(scope.tables.invoicePayments, payment, {
    amount_paid: payment.amount_requested,
    status: 'paid',
    status_transitions: { canceled_at: null, paid_at: scope.now },
  })
  scope.emit('invoice_payment.paid', row)
}

/** The invoice will not be paid by this payment any more. */
export function cancelInvoicePayment(scope: Scope, payment: Stripe.InvoicePayment): void {
  change(scope.tables.invoicePayments, payment, {
    status: 'canceled',
    status_transitions: { canceled_at: scope.now, paid_at: null },
  })
}
