import { type ApiError, cardDeclined, invalidRequest } from '../../http/api-error'
import type { Scope } from '../../scope'
import type { SubscriptionRow } from '../../state/rows'
import { requireCustomer, testClockOf } from '../customers/create'
import { finalizeInvoice } from '../invoices/finalize'
import { payInvoice } from '../invoices/pay'
import { newMetadata } from '../metadata'
import { requirePaymentMethod } from '../payment-methods/create'
import { requireSubscription } from './alter'
import { billDraft } from './bill'
import { createSubscription } from './create'
import { recurringPrice, requireCompatible } from './items'
import type { CreateParams } from './schema'

const DAY_SECONDS = 24 * 60 * 60

/** Starts a subscription by the API: its first invoice is final at once and, unless told otherwise, tried. */
export function startSubscription(given: Scope, params: CreateParams): SubscriptionRow | ApiError {
  const customer = requireCustomer(given, params.customer, 'customer')
  const scope = given.at(testClockOf(customer))
  const items = params.items.map((item, index) => ({
    price: recurringPrice(scope, item, `items[${index}]`),
    quantity: item.quantity ?? 1,
    metadata: item.metadata,
  }))
  requireCompatible(items.map(({ price }) => price))
  const method = params.default_payment_method
  if (method !== undefined) requireSavedFor(scope, method, customer.id)
  const created = createSubscription(scope, {
    customer: customer.id,
    items,
    trialEnd: trialEndOf(scope, params),
    missingPaymentMethod:
      params.trial_settings?.end_behavior.missing_payment_method ?? 'create_invoice',
    defaultPaymentMethod: method ?? null,
    description: params.description ?? null,
    metadata: newMetadata(params.metadata),
  })
  const draft = billDraft(scope, created, {
    reason: 'subscription_create',
    withItems: true,
    autoAdvance: true,
  })
  const invoice = finalizeInvoice(scope, draft)
  if (invoice.status === 'open' && params.payment_behavior !== 'default_incomplete') {
    const { failure } = payInvoice(scope, invoice, { onSession: params.off_session !== true })
    // Thrown, so that nothing of the subscription stays.
    if (failure && params.payment_behavior === 'error_if_incomplete') throw cardDeclined(failure)
  }
  return requireSubscription(scope, created.id)
}

/** Refuses a payment method that is not saved for this customer. */
export function requireSavedFor(scope: Scope, id: string, customer: string): void {
  const param = 'default_payment_method'
  if (requirePaymentMethod(scope, id, param).customer === customer) return
  throw invalidRequest('Attach the payment method to the customer first.', undefined, param)
}

function trialEndOf(scope: Scope, params: CreateParams): number | null {
  const { trial_end: end, trial_period_days: days } = params
  if (end !== undefined && days !== undefined) {
    throw invalidRequest('Give either trial_end or trial_period_days.', undefined, 'trial_end')
  }
  if (end !== undefined && end <= scope.now) {
    throw invalidRequest('trial_end must be in the future.', undefined, 'trial_end')
  }
  return end ?? (days === undefined ? null : scope.now + days * DAY_SECONDS)
}
