import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEarner } from '../testing/earner'
import { createShop, type Shop } from '../testing/shop'
import { listTaxTotals } from './reads/tax-totals'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())

test('a year is told by quarters, as the ledger has it: credited, taken back and paid out', async () => {
  const earner = await createEarner(shop)
  const first = await earner.sell()
  await earner.sell()
  // From June into July.
  for (let fortnights = 0; fortnights < 3; fortnights += 1) await earner.wait()
  await earner.payOut()
  await earner.refund(first.orderId, 1000n)
  await earner.sell()
  const totals = await listTaxTotals(shop.db, false, [earner.providerId], 2026)
  const none = { soldMinor: 0n, takenBackMinor: 0n, paidOutMinor: 0n }
  expect(totals).toMatchObject([
    { ...none, quarter: 2, sales: 2, soldMinor: 14_000n, currency: 'USD', hasTaxId: true },
    { quarter: 3, sales: 1, soldMinor: 7000n, takenBackMinor: -700n, paidOutMinor: 14_000n },
  ])
  const sum = totals.reduce(
    (owed, row) => owed + row.soldMinor + row.takenBackMinor - row.paidOutMinor,
    0n,
  )
  expect((await earner.earnings())?.owedMinor).toBe(sum)
  expect(await listTaxTotals(shop.db, false, [earner.providerId], 2025)).toEqual([])
})
