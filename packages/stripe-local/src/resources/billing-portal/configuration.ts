import type Stripe from 'stripe'
import { resourceMissing } from '../../http/api-error'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import { newMetadata } from '../metadata'
import { requirePrice } from '../prices/create'
import { requireProduct } from '../products/create'
import type { ConfigurationParams, FeatureParams } from './schema'

type Configuration = Stripe.BillingPortal.Configuration

/** What customers may do when nothing was configured: change the card, cancel, see invoices. */
const DEFAULT_FEATURES: FeatureParams = {
  invoice_history: { enabled: true },
  payment_method_update: { enabled: true },
  subscription_cancel: { enabled: true },
}

/** The configuration, or the refusal of the parameter that names it. */
export function requireConfiguration(scope: Scope, id: string, param = 'id'): Configuration {
  const configuration = scope.tables.portalConfigurations.get(id)
  if (!configuration) throw resourceMissing('billing portal configuration', id, param)
  return configuration
}

/** The configuration of sessions that name none; made when it is first needed. */
export function defaultConfiguration(scope: Scope): Configuration {
  const existing = scope.tables.portalConfigurations.find((row) => row.is_default)
  return existing ?? createConfiguration(scope, { features: DEFAULT_FEATURES }, true)
}

/** Stores what the portal offers. */
export function createConfiguration(
  scope: Scope,
  params: ConfigurationParams,
  isDefault: boolean,
): Configuration {
  const profile = params.business_profile
  const configuration = {
    id: newId('bpc'),
    object: 'billing_portal.configuration',
    active: true,
    application: null,
    business_profile: {
      headline: profile?.headline ?? null,
      privacy_policy_url: profile?.privacy_policy_url ?? null,
      terms_of_service_url: profile?.terms_of_service_url ?? null,
    },
    created: scope.now,
    default_return_url: params.default_return_url ?? null,
    features: featuresOf(scope, params.features),
    is_default: isDefault,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata: newMetadata(params.metadata),
    name: params.name ?? null,
    updated: scope.now,
  } satisfies Configuration
  scope.tables.portalConfigurations.put(configuration)
  scope.emit('billing_portal.configuration.created', configuration)
  return configuration
}

/** The features as they are kept; what is not named is off. */
export function featuresOf(scope: Scope, given: FeatureParams): Configuration['features'] {
  const { subscription_cancel: cancel, subscription_update: update } = given
  const param = 'features[subscription_update][products]'
  for (const { product, prices } of update?.products ?? []) {
    requireProduct(scope, product, param)
    for (const price of prices) requirePrice(scope, price, param)
  }
  return {
    customer_update: { allowed_updates: [], enabled: false },
    invoice_history: { enabled: given.invoice_history?.enabled ?? false },
    payment_method_update: {
      enabled: given.payment_method_update?.enabled ?? false,
      payment_method_configuration: null,
    },
    subscription_cancel: {
      cancellation_reason: {
        enabled: cancel?.cancellation_reason?.enabled ?? false,
        feedback_options: null,
        options: cancel?.cancellation_reason?.options ?? [],
      },
      enabled: cancel?.enabled ?? false,
      mode: cancel?.mode ?? 'at_period_end',
      proration_behavior: cancel?.proration_behavior ?? 'none',
    },
    subscription_pause: {
      duration: { interval_options: [], type: 'indefinite' },
      enabled: false,
    },
    subscription_update: {
      billing_cycle_anchor: null,
      default_allowed_updates: update?.default_allowed_updates ?? [],
      enabled: update?.enabled ?? false,
      products: (update?.products ?? []).map((entry) => ({
        ...entry,
        adjustable_quantity: { enabled: false, maximum: null, minimum: 1 },
      })),
      proration_behavior: update?.proration_behavior ?? 'none',
      schedule_at_period_end: { conditions: [] },
      trial_update_behavior: 'continue_trial',
    },
  }
}
