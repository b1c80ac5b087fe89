import { invalidRequest } from '../../http/api-error'
import type { Scope } from '../../scope'
import type { InvoiceRow } from '../../state/rows'
import { change } from '../change'
import { cancelInvoicePayment, paymentsOf } from '../invoice-payments/create'
import { cancelIntent } from '../payment-intents/cancel'
import { followVoidedInvoice } from '../subscriptions/follow-invoice'
import { alterInvoice } from './alter'

/** Nothing is owed on this invoice any more. Only an open or uncollectible one can be voided. */
export function voidInvoice(scope: Scope, invoice: InvoiceRow): InvoiceRow {
  requireUnpaid(invoice, ['open', 'uncollectible'], 'voided')
  for (const payment of paymentsOf(scope, invoice.id)) {
    const intent = scope.tables.paymentIntents.get(String(payment.payment.payment_intent))
    if (intent) cancelIntent(scope, intent, 'void_invoice')
    cancelInvoicePayment(scope, payment)
  }
  giveBackCredit(scope, invoice)
  const row = alterInvoice(scope, invoice.id, {
    amount_remaining: 0,
    auto_advance: false,
    next_payment_attempt: null,
    status: 'void',
    status_transitions: { ...invoice.status_transitions, voided_at: scope.now },
  })
  scope.plan('invoice_due', row.id, null)
  scope.emit('invoice.voided', row)
  followVoidedInvoice(scope, row)
  return row
}

/** What the invoice took of the customer's credit is the customer's again. */
function giveBackCredit(scope: Scope, invoice: InvoiceRow): void {
  const used = invoice.total - invoice.amount_due
  const customer = scope.tables.customers.get(invoice.customer)
  if (!customer || used <= 0) return
  const { row, previous } = change(scope.tables.customers, customer, {
    balance: customer.balance - used,
  })
  scope.emit('customer.updated', row, previous)
}

/** The money is given up, though it could still come. Only an open invoice can be written off. */
export function markUncollectible(scope: Scope, invoice: InvoiceRow): InvoiceRow {
  requireUnpaid(invoice, ['open'], 'marked uncollectible')
  const row = alterInvoice(scope, invoice.id, {
    auto_advance: false,
    next_payment_attempt: null,
    status: 'uncollectible',
    status_transitions: { ...invoice.status_transitions, marked_uncollectible_at: scope.now },
  })
  scope.plan('invoice_due', row.id, null)
  scope.emit('invoice.marked_uncollectible', row)
  return row
}

function requireUnpaid(invoice: InvoiceRow, allowed: string[], verb: string): void {
  if (allowed.includes(String(invoice.status))) return
  throw invalidRequest(
    `An invoice that is ${invoice.status} cannot be ${verb}.`,
    'status_transition_invalid',
  )
}
