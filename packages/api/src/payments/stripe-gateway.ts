import Stripe from 'stripe'

/** The API version that every call and every webhook endpoint is pinned to. */
export const stripeApiVersion = '2026-10-28.endive'

/** The official SDK; only orders and payments use it. */
export type StripeGateway = Stripe

export type StripeSettings = {
  secretKey: string
  /** the local Stripe, for development and tests, as an http URL; absent for the real one */
  apiBase?: string
  /** how often the SDK itself tries again after a broken line or a 409; twice unless told otherwise */
  maxNetworkRetries?: number
}

/**
 * Opens the SDK. Calls time out after 15 seconds; money calls bring idempotency keys of their own, so
 * the SDK's two retries are safe. Refuses a live key together with an address that is not Stripe's.
 */
export function createStripeGateway({
  secretKey,
  apiBase,
  maxNetworkRetries = 2,
}: StripeSettings): StripeGateway {
  const base = apiBase === undefined ? null : new URL(apiBase)
  if (base && !secretKey.startsWith('sk_test_')) {
    throw new Error(
      'A local Stripe takes test keys only: STRIPE_SECRET_KEY must start with sk_test_.',
    )
  }
  return new Stripe(secretKey, {
    apiVersion: stripeApiVersion,
    timeout: 15_000,
    maxNetworkRetries,
    telemetry: false,
    ...(base
      ? {
          host: base.hostname,
          port: Number(base.port || 80),
          protocol: 'http' as const,
        }
      : {}),
  })
}

/** Whether a secret key moves real money. */
export const isLiveKey = (secretKey: string): boolean => /^(sk|rk)_live_/.test(secretKey)
