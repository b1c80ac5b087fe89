import { afterAll, beforeAll, expect, test } from 'vitest'
import { createShop, type Shop } from '../testing/shop'
import { listJournal } from './reads/ledger-journal'
import { getLedgerStatement, listLedgerAccounts } from './reads/ledger-statement'
import { journalEntry } from './rules/journal'
import { ledgerStatementInput } from './schema'

let shop: Shop
const year = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') }

beforeAll(async () => {
  shop = await createShop()
  const refunded = await shop.paidOrder()
  await shop.control.createRefund({ paymentIntent: refunded.paymentIntent, amount: 1000 })
  const yen = await shop.course(5000n, 'JPY')
  await shop.pay(await shop.checkOut(await shop.buyer(), [yen.id], 'JPY'))
  await shop.settle()
  shop.clock.advanceSeconds(20 * 24 * 3600)
  const disputed = await shop.paidOrder()
  await shop.control.createDispute({ paymentIntent: disputed.paymentIntent, status: 'lost' })
  await shop.settle()
})
afterAll(() => shop.close())

const statement = (rest: object = {}) =>
  getLedgerStatement(
    shop.db,
    false,
    ledgerStatementInput.parse({ ...year, account: 'stripe_balance', currency: 'USD', ...rest }),
  )

/** All of the journal, part by part. */
async function journal(period = year) {
  const transactions = []
  let after: Awaited<ReturnType<typeof listJournal>>['next'] | undefined
  do {
    const part = await listJournal(shop.db, false, { ...period, after: after ?? undefined })
    transactions.push(...part.transactions)
    after = part.next
  } while (after)
  return transactions
}

/** Reads a plain-text journal as another program would: sums by account and by currency. */
function readJournal(text: string) {
  const byCurrency: Record<string, bigint> = {}
  const byAccount: Record<string, bigint> = {}
  let count = 0
  for (const line of text.split('\n')) {
    if (/^\d{4}-\d\d-\d\d \* \([\w:.-]+\) \S.*$/.test(line)) count += 1
    const posting = /^ {4}([a-z][a-z :\d-]*?) {2,}(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(line)
    if (!posting) continue
    const [, account = '', amount = '', currency = ''] = posting
    const minor = BigInt(amount.replace('.', ''))
    byCurrency[currency] = (byCurrency[currency] ?? 0n) + minor
    const key = `${account.split(':').slice(0, 2).join(':')} ${currency}`
    byAccount[key] = (byAccount[key] ?? 0n) + minor
  }
  return { byCurrency, byAccount, count }
}

test('the journal, read again, comes to zero in every currency and to the ledger in every account', async () => {
  const transactions = await journal()
  const read = readJournal(transactions.map(journalEntry).join(''))
  expect(read.count).toBe(await shop.db.ledgerTransaction.count())
  expect(Object.keys(read.byCurrency).length).toBeGreaterThan(0)
  expect(Object.values(read.byCurrency).every((sum) => sum === 0n)).toBe(true)
  const { closingMinor } = await statement()
  expect(read.byAccount['assets:stripe balance USD']).toBe(closingMinor)
  const entries = await shop.db.ledgerEntry.count()
  expect(transactions.flatMap((row) => row.entries)).toHaveLength(entries)
  expect(new Set(transactions.map((row) => row.journalNo)).size).toBe(transactions.length)
})

test('a statement opens with what stood there before and adds up to what stands there after', async () => {
  const half = new Date('2026-06-11T00:00:00Z')
  const [first, second, whole] = await Promise.all([
    statement({ to: half }),
    statement({ from: half }),
    statement(),
  ])
  expect(first.openingMinor).toBe(0n)
  expect(second.openingMinor).toBe(first.closingMinor)
  expect(second.closingMinor).toBe(whole.closingMinor)
  expect(first.total + second.total).toBe(whole.total)
  expect(second.rows.length).toBeGreaterThan(0)
  expect(second.rows.at(-1)?.balanceMinor).toBe(second.closingMinor)
  let balance = second.openingMinor
  for (const row of second.rows) {
    balance += row.amountMinor
    expect(row.balanceMinor).toBe(balance)
  }
  expect(whole.debitMinor - whole.creditMinor).toBe(whole.closingMinor)
})

test('balances go on from page to page', async () => {
  const whole = await statement()
  const pages = await Promise.all(
    Array.from({ length: whole.total }, (_, index) => statement({ page: index + 1, pageSize: 1 })),
  )
  expect(pages.flatMap((page) => page.rows)).toEqual(whole.rows)
})

test('the accounts of the providers are the account of all of them', async () => {
  const accounts = await listLedgerAccounts(shop.db, false)
  const owners = accounts.filter(
    (row) => row.account === 'provider_payable' && row.currency === 'USD',
  )
  expect(owners.length).toBeGreaterThan(1)
  const parts = await Promise.all(
    owners.map(({ ownerId }) => statement({ account: 'provider_payable', ownerId })),
  )
  const all = await statement({ account: 'provider_payable' })
  expect(parts.reduce((sum, part) => sum + part.closingMinor, 0n)).toBe(all.closingMinor)
  expect(all.rows.every((row) => row.owner !== null && row.orderNumber !== null)).toBe(true)
})

test('payments of the other mode are another ledger', async () => {
  expect(await listLedgerAccounts(shop.db, true)).toEqual([])
  expect((await listJournal(shop.db, true, year)).transactions).toEqual([])
})
