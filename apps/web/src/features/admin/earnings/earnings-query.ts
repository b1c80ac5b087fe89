import { earningsStatementInput } from '@archway/api/providers/schema'
import { periodOf } from '../ledger/ledger-query'

export type EarningsAccount = { providerId: string; currency: string }

/** One provider's earnings in a currency as a value of the address. */
export const earningsValue = ({ providerId, currency }: EarningsAccount): string =>
  `${providerId}.${currency}`

/** Which statement an address asks for; the first account when it names none that there is. */
export function wantedStatement(
  query: Record<string, string>,
  accounts: readonly EarningsAccount[],
  now: Date,
) {
  const account = accounts.find((row) => earningsValue(row) === query.account) ?? accounts[0]
  if (!account) return null
  const page = Number(query.page ?? 1)
  const input = earningsStatementInput.parse({
    providerId: account.providerId,
    currency: account.currency,
    ...periodOf(query, now),
    page: Number.isInteger(page) && page > 0 ? Math.min(page, 10_000) : 1,
    pageSize: 50,
  })
  return { chosen: earningsValue(account), input }
}
