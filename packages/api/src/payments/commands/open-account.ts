import Stripe from 'stripe'
import { DomainError } from '../../shared/errors'

export type NewAccount = {
  providerId: string
  email: string
  name: string
  country: string | null
  websiteUrl: string | null
  /** how many accounts the provider will have had with this one */
  ordinal: number
}

/** What Stripe refuses is told in its words: it is about the business, or about how the platform is set up. */
async function answer<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError) {
      throw new DomainError('precondition', 'stripe-refused', { answer: error.message })
    }
    if (error instanceof Stripe.errors.StripeError) {
      throw new DomainError('unavailable', 'payment-service-unavailable')
    }
    throw error
  }
}

/**
 * Opens an account for a provider, or returns the one that this call has opened before. The platform pays
 * Stripe's fees and bears losses, because refunds and disputes are taken from its balance; Stripe collects
 * and keeps identity and tax data, and gives the owner an Express dashboard
 * (docs.stripe.com/connect/migrate-to-controller-properties).
 */
export async function openAccount(stripe: Stripe, account: NewAccount): Promise<string> {
  const opened = stripe.accounts.create(
    {
      controller: {
        fees: { payer: 'application' },
        losses: { payments: 'application' },
        requirement_collection: 'stripe',
        stripe_dashboard: { type: 'express' },
      },
      capabilities: { transfers: { requested: true } },
      business_profile: {
        name: account.name,
        ...(account.websiteUrl ? { url: account.websiteUrl } : {}),
      },
      email: account.email,
      ...(account.country ? { country: account.country } : {}),
      metadata: { provider_id: account.providerId },
    },
    { idempotencyKey: `account_${account.providerId}_${account.ordinal}` },
  )
  return (await answer(opened)).id
}

/** A link to the page on which Stripe asks for what is missing: good for minutes and one use. */
export async function createAccountLink(
  stripe: Stripe,
  accountId: string,
  { returnUrl, refreshUrl }: { returnUrl: string; refreshUrl: string },
): Promise<string> {
  const link = stripe.accountLinks.create({
    account: accountId,
    type: 'account_onboarding',
    return_url: returnUrl,
    refresh_url: refreshUrl,
    collection_options: { fields: 'eventually_due' },
  })
  return (await answer(link)).url
}

/** A link into the account's own pages at Stripe. */
export const createLoginLink = async (stripe: Stripe, accountId: string): Promise<string> =>
  (await answer(stripe.accounts.createLoginLink(accountId))).url
