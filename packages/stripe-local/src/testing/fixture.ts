import Stripe from 'stripe'
import { type StripeLocal, type StripeLocalOptions, startStripeLocal } from '../server'
import { Receiver } from './receiver'

export const SECRET = 'whsec_test_of_the_local_stripe'
export const API_VERSION = '2026-10-28.endive'

/** The official SDK, pointed at a local Stripe. */
export function sdk(port: number, options: { key?: string; retries?: number } = {}): Stripe {
  return new Stripe(options.key ?? 'sk_test_fixture', {
    apiVersion: API_VERSION,
    host: '127.0.0.1',
    port,
    protocol: 'http',
    maxNetworkRetries: options.retries ?? 0,
    timeout: 5000,
    telemetry: false,
  })
}

export interface Fixture {
  local: StripeLocal
  stripe: Stripe
  receiver: Receiver
  control: StripeLocal['control']
  stop(): Promise<void>
}

/** A local Stripe with a webhook receiver; deliveries are held until a test lets them go. */
export async function startFixture(options: StripeLocalOptions = {}): Promise<Fixture> {
  const receiver = new Receiver(SECRET)
  const webhookUrl = await receiver.start()
  const local = await startStripeLocal({
    webhookUrl,
    webhookSecret: SECRET,
    retryBaseMs: 10,
    ...options,
  })
  return {
    local,
    stripe: sdk(local.port),
    receiver,
    control: local.control,
    async stop() {
      await local.close()
      await receiver.stop()
    },
  }
}

export const SUCCESS_URL = 'https://shop.example/thanks?session_id={CHECKOUT_SESSION_ID}'

/** Parameters of an ordinary session over `amount` minor units. */
export function sessionParams(
  amount = 4900,
  currency = 'usd',
  rest: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    line_items: [
      {
        price_data: {
          currency,
          unit_amount: amount,
          product_data: { name: 'Foundations of AI architecture', description: 'Course' },
        },
        quantity: 1,
      },
    ],
    success_url: SUCCESS_URL,
    cancel_url: 'https://shop.example/basket',
    client_reference_id: 'order_1',
    metadata: { order_id: 'order_1' },
    payment_intent_data: { metadata: { order_id: 'order_1' } },
    ...rest,
  }
}

/** Parameters of an ordinary session that starts a subscription. */
export function subscriptionParams(
  rest: Partial<Stripe.Checkout.SessionCreateParams> = {},
  amount = 1900,
  interval: 'month' | 'year' = 'month',
): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'subscription',
    line_items: [
      {
        price_data: {
          currency: 'usd',
          unit_amount: amount,
          recurring: { interval },
          product_data: { name: 'All-access' },
        },
        quantity: 1,
      },
    ],
    success_url: SUCCESS_URL,
    subscription_data: { metadata: { plan: 'all' } },
    ...rest,
  }
}

/** Starts a subscription through a checkout and returns it. */
export async function subscribe(
  { stripe, control }: Pick<Fixture, 'stripe' | 'control'>,
  options: {
    params?: Partial<Stripe.Checkout.SessionCreateParams>
    amount?: number
    interval?: 'month' | 'year'
    card?: string
  } = {},
): Promise<Stripe.Subscription> {
  const { params, amount, interval, card } = options
  const session = await stripe.checkout.sessions.create(
    subscriptionParams(params, amount, interval),
  )
  const { subscription } = await control.completeSession({ session: session.id, card })
  if (subscription === null) throw new Error('The checkout started no subscription.')
  return stripe.subscriptions.retrieve(subscription)
}

/** The current period of a subscription, which all its items share. */
export function periodOf(subscription: Stripe.Subscription): { start: number; end: number } {
  const [item] = subscription.items.data
  if (!item) throw new Error('The subscription has no items.')
  return { start: item.current_period_start, end: item.current_period_end }
}

/** Creates a session and pays it by card. */
export async function pay(
  { stripe, control }: Pick<Fixture, 'stripe' | 'control'>,
  options: { amount?: number; currency?: string; card?: string } = {},
) {
  const session = await stripe.checkout.sessions.create(
    sessionParams(options.amount, options.currency),
  )
  const outcome = await control.completeSession({ session: session.id, card: options.card })
  const { paymentIntent, charge } = outcome
  if (paymentIntent === null || charge === null) throw new Error('The payment made no charge.')
  return { session: session.id, paymentIntent, charge, outcome }
}

/** Submits the form of a hosted page like a browser without JavaScript. */
export async function submit(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
}

/** What the payment form sends for a card. */
export function cardForm(number: string, attempt = 0): Record<string, string> {
  return {
    attempt: String(attempt),
    method: 'card',
    email: 'ada@example.com',
    card_number: number,
    expiry: '12 / 34',
    cvc: '123',
    name: 'Ada Buyer',
  }
}
