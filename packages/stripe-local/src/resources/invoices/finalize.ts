import type Stripe from 'stripe'
import { invalidRequest } from '../../http/api-error'
import { minimumOf } from '../../money/currencies'
import type { Scope } from '../../scope'
import type { InvoiceRow } from '../../state/rows'
import { change } from '../change'
import { createInvoicePayment } from '../invoice-payments/create'
import { createIntent } from '../payment-intents/create'
import { alterInvoice } from './alter'
import { markPaid } from './mark-paid'

export interface FinalizeOptions {
  /** The PaymentIntent of an earlier attempt, which the invoice takes over. */
  intent?: Stripe.PaymentIntent
  /** False leaves the customer's credit alone. */
  usesCredit?: boolean
}

/**
 * Makes a draft final: it gets its number, the customer's balance is applied, and what is left
 * gets a PaymentIntent. With nothing left it
 * is paid at once.
 */
export function finalizeInvoice(
  given: Scope,
  draft: InvoiceRow,
  { intent, usesCredit = true }: FinalizeOptions = {},
): InvoiceRow {
  const scope = given.at(draft.test_clock)
  if (draft.status !== 'draft') {
    throw invalidRequest(`Only a draft can be finalised; this invoice is ${draft.status}.`)
  }
  const isHeldBack = !usesCredit && draft.total >= minimumOf(draft.currency)
  const { amountDue, endingBalance } = isHeldBack
    ? { amountDue: draft.total, endingBalance: draft.starting_balance }
    : applyBalance(scope, draft)
  const invoice = alterInvoice(scope, draft.id, {
    amount_due: amountDue,
    amount_remaining: amountDue,
    automatically_finalizes_at: null,
    effective_at: scope.now,
    ending_balance: endingBalance,
    hosted_invoice_url: `${scope.config.publicUrl}/i/${draft.id}`,
    number: takeNumber(scope, draft.customer),
    status: 'open',
    status_transitions: { ...draft.status_transitions, finalized_at: scope.now },
  })
  if (amountDue > 0) {
    const payer = intent ?? createIntentFor(scope, invoice)
    createInvoicePayment(scope, invoice, payer)
  }
  scope.emit('invoice.finalized', invoice)
  return amountDue > 0 ? invoice : markPaid(scope, invoice)
}

/**
 * A credit of the customer pays first; a negative total becomes credit, and an amount too small
 * to be charged is carried to the next invoice.
 */
function applyBalance(scope: Scope, { customer: id, total, currency }: InvoiceRow) {
  const customer = scope.tables.customers.get(id)
  const balance = customer?.balance ?? 0
  const owed = total + balance
  const carriesOver = owed < minimumOf(currency)
  const endingBalance = carriesOver ? owed : 0
  if (customer && endingBalance !== balance) {
    const { row, previous } = change(scope.tables.customers, customer, { balance: endingBalance })
    scope.emit('customer.updated', row, previous)
  }
  return { amountDue: carriesOver ? 0 : owed, endingBalance }
}

function takeNumber(scope: Scope, id: string): string {
  const customer = scope.tables.customers.get(id)
  const sequence = customer?.next_invoice_sequence ?? 1
  if (customer) change(scope.tables.customers, customer, { next_invoice_sequence: sequence + 1 })
  return `${customer?.invoice_prefix ?? 'LOCAL'}-${String(sequence).padStart(4, '0')}`
}

function createIntentFor(scope: Scope, invoice: InvoiceRow): Stripe.PaymentIntent {
  const isFirst = invoice.billing_reason === 'subscription_create'
  return createIntent(scope, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer: invoice.customer,
    description: isFirst ? 'Subscription creation' : 'Subscription update',
    metadata: {},
    methodTypes: ['card'],
    receiptEmail: null,
    statementDescriptor: null,
    statementDescriptorSuffix: null,
    transferGroup: null,
  })
}
