import type Stripe from 'stripe'
import { invalidRequest } from '../../http/api-error'
import type { Scope } from '../../scope'
import { newId, randomText } from '../../state/ids'
import { requireCustomer } from '../customers/create'
import { requireSubscription } from '../subscriptions/alter'
import { defaultConfiguration, requireConfiguration } from './configuration'
import type { SessionParams } from './schema'

type Session = Stripe.BillingPortal.Session

/** A visit to the portal lasts this long; afterwards its address is worth nothing. */
export const PORTAL_SECONDS = 60 * 60

/** Opens the portal for one customer; whoever knows the address is that customer. */
export function createPortalSession(scope: Scope, params: SessionParams): Session {
  const customer = requireCustomer(scope, params.customer, 'customer')
  const configuration =
    params.configuration === undefined
      ? defaultConfiguration(scope)
      : requireConfiguration(scope, params.configuration, 'configuration')
  const session = {
    id: newId('bps'),
    object: 'billing_portal.session',
    configuration: configuration.id,
    created: scope.now,
    customer: customer.id,
    customer_account: null,
    flow: flowOf(scope, params),
    livemode: false,
    locale: params.locale ?? null,
    on_behalf_of: null,
    return_url: params.return_url ?? configuration.default_return_url,
    url: `${scope.config.publicUrl}/p/session/test_${randomText(48)}`,
  } satisfies Session
  scope.tables.portalSessions.put(session)
  scope.emit('billing_portal.session.created', session)
  return session
}

function flowOf(scope: Scope, { customer, flow_data: given }: SessionParams): Session['flow'] {
  if (!given) return null
  const { type, after_completion: after } = given
  const cancel = targetOf(scope, customer, type, 'subscription_cancel', given.subscription_cancel)
  const update = targetOf(scope, customer, type, 'subscription_update', given.subscription_update)
  return {
    after_completion: {
      hosted_confirmation: null,
      redirect: after?.redirect ?? null,
      type: after?.type ?? 'portal_homepage',
    },
    customer_update: null,
    subscription_cancel: cancel === null ? null : { retention: null, subscription: cancel },
    subscription_pause: null,
    subscription_update: update === null ? null : { subscription: update },
    subscription_update_confirm: null,
    type,
  }
}

function targetOf(
  scope: Scope,
  customer: string,
  type: string,
  wanted: 'subscription_cancel' | 'subscription_update',
  given: { subscription: string } | undefined,
): string | null {
  if (type !== wanted) return null
  const param = `flow_data[${wanted}][subscription]`
  if (!given) throw invalidRequest(`Missing required param: ${param}.`, 'parameter_missing', param)
  const row = requireSubscription(scope, given.subscription, param)
  if (row.customer !== customer) {
    throw invalidRequest('The subscription belongs to another customer.', undefined, param)
  }
  return row.id
}
