import Stripe from 'stripe'
import type { AccountFact, BankPayoutFact } from '../rules/facts'
import { idOf } from './read-stripe'

/** How Stripe answers for an account that has disconnected from the platform, or never was with it. */
const isOutOfReach = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripePermissionError && error.code === 'account_invalid'

const toAccountFact = (account: Stripe.Account): AccountFact => ({
  id: account.id,
  country: account.country ?? null,
  hasDetails: account.details_submitted,
  hasTaxId: account.company?.tax_id_provided ?? account.individual?.id_number_provided ?? false,
  isTransferable: account.capabilities?.transfers === 'active',
  isPayable: account.payouts_enabled,
  disabledReason: account.requirements?.disabled_reason ?? null,
  due: account.requirements?.currently_due ?? [],
  dueBy: account.requirements?.current_deadline
    ? new Date(account.requirements.current_deadline * 1000)
    : null,
})

export type FetchedAccount = { account: AccountFact | null; bankPayouts: BankPayoutFact[] }

/**
 * Asks Stripe how a connected account stands, and what it has paid to its bank since a time, each with what
 * it consists of; nothing of the latter when there is no such time. `account` is null once it is out of our
 * reach. Opens no transaction.
 */
export async function fetchAccount(
  stripe: Stripe,
  accountId: string,
  paidSince: Date | null,
): Promise<FetchedAccount> {
  try {
    const account = toAccountFact(await stripe.accounts.retrieve(accountId))
    const bankPayouts = paidSince ? await fetchBankPayouts(stripe, accountId, paidSince) : []
    return { account, bankPayouts }
  } catch (error) {
    if (isOutOfReach(error)) return { account: null, bankPayouts: [] }
    throw error
  }
}

async function fetchBankPayouts(
  stripe: Stripe,
  accountId: string,
  since: Date,
): Promise<BankPayoutFact[]> {
  const facts: BankPayoutFact[] = []
  const asAccount = { stripeAccount: accountId }
  const created = { gte: Math.floor(since.getTime() / 1000) }
  for await (const payout of stripe.payouts.list({ created, limit: 100 }, asAccount)) {
    const sources: string[] = []
    const parts = stripe.balanceTransactions.list({ payout: payout.id, limit: 100 }, asAccount)
    for await (const part of parts) {
      const source = idOf(part.source)
      if (source && source !== payout.id) sources.push(source)
    }
    facts.push({
      id: payout.id,
      status: payout.status,
      arrivesOn: new Date(payout.arrival_date * 1000),
      sources,
    })
  }
  return facts
}
