import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import type { InvoiceRow, SubscriptionRow } from '../../state/rows'
import { change } from '../change'
import { pendingItems } from '../invoice-items/pending'
import { lineOfInvoiceItem, lineOfItem } from './lines'

/** An invoice of a cycle stays a draft this long, so that it can still be looked at. */
const DRAFT_SECONDS = 60 * 60

export interface NewInvoice {
  reason: 'subscription_create' | 'subscription_cycle' | 'subscription_update'
  /** Whether the items of the current period are on it, or only what waits to be invoiced. */
  withItems: boolean
  /** False: it stays a draft until somebody finalises it. */
  autoAdvance: boolean
}

/**
 * Stores a draft for a subscription and announces it. What waits to be invoiced, such as
 * prorations, goes on it. An invoice of a cycle finalises itself after an hour; the others are
 * finalised by the caller at once.
 */
export function createInvoice(
  scope: Scope,
  subscription: SubscriptionRow,
  given: NewInvoice,
): InvoiceRow {
  const id = newId('in')
  const waiting = pendingItems(scope, subscription.id)
  const isTrial = subscription.status === 'trialing'
  const lines = [
    ...waiting.map((item) => lineOfInvoiceItem(id, item)),
    ...(given.withItems
      ? subscription.items.data.map((item) => lineOfItem(scope, id, item, isTrial))
      : []),
  ]
  for (const item of waiting) change(scope.tables.invoiceItems, item, { invoice: id })
  const total = lines.reduce((sum, line) => sum + line.amount, 0)
  const isCycle = given.reason === 'subscription_cycle'
  const row = draft(scope, subscription, { ...given, id, total, lines })
  const invoice = {
    ...row,
    automatically_finalizes_at: given.autoAdvance && isCycle ? scope.now + DRAFT_SECONDS : null,
  }
  scope.tables.invoices.put(invoice)
  scope.emit('invoice.created', invoice)
  scope.plan('invoice_due', id, invoice.automatically_finalizes_at)
  return invoice
}

function draft(
  scope: Scope,
  subscription: SubscriptionRow,
  given: NewInvoice & { id: string; total: number; lines: InvoiceRow['lines']['data'] },
) {
  const { id, total, lines } = given
  const customer = scope.tables.customers.get(subscription.customer)
  const latest = scope.tables.invoices.get(subscription.latest_invoice ?? '')
  return {
    id,
    object: 'invoice',
    account_country: 'US',
    account_name: scope.config.merchantName,
    account_tax_ids: null,
    amount_due: Math.max(0, total),
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: Math.max(0, total),
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: given.autoAdvance,
    automatic_tax: {
      disabled_reason: null,
      enabled: false,
      liability: null,
      provider: null,
      status: null,
    },
    automatically_finalizes_at: null,
    billing_reason: given.reason,
    collection_method: 'charge_automatically',
    created: scope.now,
    currency: subscription.currency,
    custom_fields: null,
    customer: subscription.customer,
    customer_account: null,
    customer_address: customer?.address ?? null,
    customer_email: customer?.email ?? null,
    customer_name: customer?.name ?? null,
    customer_phone: customer?.phone ?? null,
    customer_shipping: null,
    customer_tax_exempt: 'none',
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    due_date: null,
    effective_at: null,
    ending_balance: null,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: { object: 'list', data: lines, has_more: false, url: `/v1/invoices/${id}/lines` },
    livemode: false,
    metadata: {},
    next_payment_attempt: null,
    number: null,
    on_behalf_of: null,
    parent: {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: 'subscription_details',
    },
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: null,
    },
    // The time since the last invoice, in which items could be added; lines carry what they are for.
    period_end: scope.now,
    period_start: latest?.period_end ?? scope.now,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: customer?.balance ?? 0,
    statement_descriptor: null,
    status: 'draft',
    status_transitions: {
      finalized_at: null,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    subtotal: total,
    subtotal_excluding_tax: total,
    test_clock: scope.clock,
    total,
    total_discount_amounts: [],
    total_excluding_tax: total,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: scope.now,
  } satisfies InvoiceRow
}
