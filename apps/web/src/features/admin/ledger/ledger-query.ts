import { ledgerStatementInput } from '@archway/api/payments/schema'

const dayMs = 86_400_000
const dayPattern = /^\d{4}-\d{2}-\d{2}$/

export const dayText = (at: Date): string => at.toISOString().slice(0, 10)

const dayOf = (text: string | undefined): Date | null => {
  if (!text || !dayPattern.test(text)) return null
  const day = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? null : day
}

/** The time that an address names by its first and last day, both included; else this month so far. */
export function periodOf(query: Record<string, string>, now: Date): { from: Date; to: Date } {
  const from = dayOf(query.from) ?? new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1))
  const last = dayOf(query.to) ?? now
  const to = new Date(Math.floor(last.getTime() / dayMs) * dayMs + dayMs)
  return to > from ? { from, to } : { from, to: new Date(from.getTime() + dayMs) }
}

export type LedgerAccount = { account: string; ownerId: string | null; currency: string }

/** One account as a value of the address: its name, its currency and, when it is one's own, whose. */
export const accountValue = ({ account, currency, ownerId }: LedgerAccount): string =>
  [account, currency, ...(ownerId ? [ownerId] : [])].join('.')

/** What the statement of an address is about; the money at Stripe when it names none that there is. */
export function statementInput(
  query: Record<string, string>,
  accounts: readonly LedgerAccount[],
  now: Date,
) {
  const usual = accounts.find((row) => row.account === 'stripe_balance') ?? accounts[0]
  const chosen = accounts.some((row) => accountValue(row) === query.account)
    ? query.account
    : usual && accountValue(usual)
  if (!chosen) return null
  const [account, currency, ownerId] = chosen.split('.')
  const page = Number(query.page ?? 1)
  const input = ledgerStatementInput.safeParse({
    ...periodOf(query, now),
    account,
    currency,
    ownerId,
    page: Number.isInteger(page) && page > 0 ? Math.min(page, 10_000) : 1,
    pageSize: 50,
  })
  return input.success ? { chosen, input: input.data } : null
}

/** The accounts to choose from: each, and before its providers' the account of all of them. */
export function accountChoices<Row extends LedgerAccount>(
  rows: readonly Row[],
): (Row | (LedgerAccount & { owner: null }))[] {
  const whole = new Set<string>()
  return rows.flatMap((row) => {
    if (row.ownerId === null) return [row]
    const all = { account: row.account, currency: row.currency, ownerId: null, owner: null }
    if (whole.has(accountValue(all))) return [row]
    whole.add(accountValue(all))
    return [all, row]
  })
}
