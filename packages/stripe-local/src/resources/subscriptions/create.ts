import type Stripe from 'stripe'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import type { SubscriptionRow } from '../../state/rows'
import { createItem, itemList, type WantedItem } from './items'
import { addIntervals } from './periods'
import { planNext, TRIAL_NOTICE_SECONDS } from './plan-next'

export interface NewSubscription {
  customer: string
  items: WantedItem[]
  /** Unix seconds; null without a trial. */
  trialEnd: number | null
  missingPaymentMethod: 'cancel' | 'create_invoice' | 'pause'
  defaultPaymentMethod: string | null
  description: string | null
  metadata: Stripe.Metadata
}

/**
 * Stores a subscription and announces it: trialing, or incomplete until its first invoice is
 * paid. The caller makes that invoice.
 */
export function createSubscription(scope: Scope, given: NewSubscription): SubscriptionRow {
  const { trialEnd, items } = given
  const id = newId('sub')
  const interval = items[0]?.price.recurring ?? { interval: 'month', interval_count: 1 }
  const period = { start: scope.now, end: trialEnd ?? addIntervals(scope.now, interval, 1) }
  const subscription = {
    id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: trialEnd ?? scope.now,
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: { proration_discounts: 'included' }, type: 'flexible' },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: 'charge_automatically',
    created: scope.now,
    currency: items[0]?.price.currency ?? 'usd',
    customer: given.customer,
    customer_account: null,
    days_until_due: null,
    default_payment_method: given.defaultPaymentMethod,
    default_source: null,
    default_tax_rates: [],
    description: given.description,
    discounts: [],
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: itemList(
      id,
      items.map((item) => createItem(scope, id, item, period)),
    ),
    latest_invoice: null,
    livemode: false,
    managed_payments: null,
    metadata: given.metadata,
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: 'off',
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: scope.now,
    status: trialEnd === null ? 'incomplete' : 'trialing',
    test_clock: scope.clock,
    transfer_data: null,
    trial_end: trialEnd,
    trial_settings: {
      end_behavior: {
        billing_cycle_anchor: null,
        missing_payment_method: given.missingPaymentMethod,
      },
    },
    trial_start: trialEnd === null ? null : scope.now,
  } satisfies SubscriptionRow
  scope.tables.subscriptions.put(subscription)
  scope.emit('customer.subscription.created', subscription)
  if (trialEnd !== null && trialEnd - TRIAL_NOTICE_SECONDS <= scope.now) {
    scope.emit('customer.subscription.trial_will_end', subscription)
  }
  planNext(scope, subscription)
  return subscription
}
