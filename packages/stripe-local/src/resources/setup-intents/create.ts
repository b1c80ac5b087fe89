import type Stripe from 'stripe'
import type { Failure } from '../../payments/failure'
import type { Scope } from '../../scope'
import { newId, randomText } from '../../state/ids'

/**
 * Records how saving a card went, when nothing was to be paid: succeeded with its payment method,
 * or failed with the reason.
 */
export function recordSetup(
  scope: Scope,
  given: { customer: string | null; method: string | null; failure: Failure | null },
): Stripe.SetupIntent {
  const { customer, method, failure } = given
  const id = newId('seti')
  const intent = {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(24)}`,
    created: scope.now,
    customer,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: failure && {
      code: failure.code,
      ...(failure.declineCode ? { decline_code: failure.declineCode } : {}),
      message: failure.message,
      type: 'card_error',
    },
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: method,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: failure ? 'requires_payment_method' : 'succeeded',
    usage: 'off_session',
  } satisfies Stripe.SetupIntent
  scope.tables.setupIntents.put(intent)
  scope.emit('setup_intent.created', intent)
  scope.emit(failure ? 'setup_intent.setup_failed' : 'setup_intent.succeeded', intent)
  return intent
}
