import { toDecimalString } from '../../shared/money'

/** An account of the ledger as accountants' programs name it: its group, a colon, its name. */
const accountPaths = {
  stripe_balance: 'assets:stripe balance',
  dispute_receivable: 'assets:disputed payments',
  provider_payable: 'liabilities:owed to providers',
  tax_payable: 'liabilities:tax',
  unapplied_payments: 'liabilities:unapplied payments',
  platform_revenue: 'income:platform revenue',
  processor_fees: 'expenses:payment fees',
  dispute_fees: 'expenses:dispute fees',
  dispute_losses: 'expenses:dispute losses',
} as const

export type JournalAccount = keyof typeof accountPaths

export const journalAccounts = Object.keys(accountPaths) as JournalAccount[]

/** One transaction of the ledger as it leaves the house. Debits positive, credits negative. */
export type JournalTransaction = {
  id: string
  /** rises with time and is used once: the number of its first entry */
  journalNo: bigint
  kind: string
  externalId: string
  orderNumber: number | null
  occurredAt: Date
  postedAt: Date
  entries: {
    account: JournalAccount
    /** slug and name of the provider whose account it is */
    owner: { slug: string; name: string } | null
    currency: string
    amountMinor: bigint
  }[]
}

/**
 * The full name of an account; one that belongs to a provider ends in the provider's slug. Letters,
 * digits, single spaces, colons and hyphens, whatever the provider is called.
 */
export const accountPath = (account: JournalAccount, owner: { slug: string } | null): string =>
  owner ? `${accountPaths[account]}:${owner.slug}` : accountPaths[account]

export const journalDay = (at: Date): string => at.toISOString().slice(0, 10)

/** What a transaction is, in words without line breaks or signs that journals read. */
export const journalText = ({ kind, orderNumber }: JournalTransaction): string =>
  `${kind.replaceAll('_', ' ')}${orderNumber === null ? '' : `, order ${orderNumber}`}`

/** Ids of Stripe's and numbers after them; anything else would end a code or begin a comment. */
const codeOf = (externalId: string): string => externalId.replace(/[^\w:.-]/g, '_')

/**
 * A transaction in the plain-text journal format that hledger and Ledger both read (hledger manual,
 * "Journal format"): date, cleared mark, Stripe's id as the code, a description, and an account and
 * an amount on each line, two spaces apart.
 */
export function journalEntry(transaction: JournalTransaction): string {
  const { occurredAt, externalId, entries, id } = transaction
  const head = `${journalDay(occurredAt)} * (${codeOf(externalId)}) ${journalText(transaction)}`
  const lines = entries.map(({ account, owner, currency, amountMinor }) => {
    const amount = `${toDecimalString({ amountMinor, currency })} ${currency}`
    return `    ${accountPath(account, owner).padEnd(52)}  ${amount.padStart(20)}`
  })
  return `${[head, `    ; transaction: ${id}`, ...lines].join('\n')}\n\n`
}
