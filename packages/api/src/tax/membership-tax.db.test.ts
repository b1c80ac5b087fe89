import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveBilling } from '../documents/commands/save-billing'
import { brokenInvariants } from '../payments/reads/broken-invariants'
import { standing } from '../testing/books'
import { sellMembership } from '../testing/memberships'
import { createShop, type Shop } from '../testing/shop'
import { collectTax } from '../testing/tax'

let shop: Shop
let sold: Awaited<ReturnType<typeof sellMembership>>
beforeAll(async () => {
  shop = await createShop()
  await collectTax(shop.db)
  sold = await sellMembership(shop)
})
afterAll(() => shop.close())

/** A month at 29 dollars, paid by somebody who is billed there. */
async function member(country: string | null, taxNumber: string | null = null) {
  const { id, actor, sessionId } = await sold.start('per_month', true)
  const none = { name: null, company: null, address: null }
  await saveBilling(shop.deps, actor, { ...none, country, taxNumber })
  await shop.control.completeSession({ session: sessionId })
  await shop.settle()
  const { orders } = await sold.rowOf(id)
  const order = await shop.db.order.findUniqueOrThrow({
    where: { id: orders[0]?.id ?? '' },
    include: { lines: true, documents: true },
  })
  const found = await brokenInvariants(shop.db)
  expect(found.filter(({ broken }) => broken > 0)).toEqual([])
  return { order, line: order.lines[0], invoice: order.documents[0] }
}

test('37 the price of a membership contains its tax: owed to the state, and on the invoice', async () => {
  const { order, line, invoice } = await member('DE')
  expect(order).toMatchObject({ totalMinor: 2900n, taxMinor: 463n, buyerCountry: 'DE' })
  expect(line).toMatchObject({ taxRateBps: 1900, taxCountry: 'DE', taxReason: 'standard' })
  expect(invoice).toMatchObject({ netMinor: 2437n, taxMinor: 463n, totalMinor: 2900n })
  expect(await standing(shop, order.id)).toMatchObject({
    status: 'paid',
    review: null,
    ledger: { tax_payable: -463 },
  })
})

test('a business abroad owes it itself; where no country is known none is taken out', async () => {
  const { line, invoice } = await member('DE', 'DE136695976')
  expect(line).toMatchObject({ taxMinor: 0n, taxReason: 'reverse_charge' })
  expect(invoice).toMatchObject({ buyer: { taxNumber: 'DE136695976' }, taxMinor: 0n })
  expect((await member(null)).line).toMatchObject({ taxMinor: 0n, taxReason: 'country_unknown' })
})
