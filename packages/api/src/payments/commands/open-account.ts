import type Stripe from 'stripe'

export type NewAccount = {
  providerId: string
  email: string
  name: string
  country: string | null
  websiteUrl: string | null
  /** how many accounts the provider will have had with this one */
  ordinal: number
}

/**
 * Opens an account for a provider, or returns the one that this call has opened before. The platform pays
 * Stripe's fees and bears losses, because refunds and disputes are taken from its balance; Stripe collects
 * and keeps identity and tax data, and gives the owner an Express dashboard
 * (docs.stripe.com/connect/migrate-to-controller-properties).
 */
export async function openAccount(stripe: Stripe, account: NewAccount): Promise<string> {
  const { id } = await stripe.accounts.create(
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
  return id
}

/** A link to the page on which Stripe asks for what is missing: good for minutes and one use. */
export async function createAccountLink(
  stripe: Stripe,
  accountId: string,
  { returnUrl, refreshUrl }: { returnUrl: string; refreshUrl: string },
): Promise<string> {
  const { url } = await stripe.accountLinks.create({
    account: accountId,
    type: 'account_onboarding',
    return_url: returnUrl,
    refresh_url: refreshUrl,
    collection_options: { fields: 'eventually_due' },
  })
  return url
}

/** A link into the account's own pages at Stripe. */
export const createLoginLink = async (stripe: Stripe, accountId: string): Promise<string> =>
  (await stripe.accounts.createLoginLink(accountId)).url
