import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startCheckout } from '../orders/commands/start-checkout'
import { quoteCart } from '../orders/reads/quote-cart'
import type { CartItem } from '../orders/schema/cart-item'
import { buyerOf } from '../shared/actor'
import { expectInvariants, standing } from '../testing/books'
import { makeBundle, makeOffering } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { endRegionalPrice, savePriceRegion, setRegionalPrice } from './commands/price-regions'
import { listPriceRegions } from './reads/price-regions'
import { priceRegionInput, regionalPriceInput } from './schema/price-regions'

let shop: Shop
let regionId: string
beforeAll(async () => {
  shop = await createShop()
  const input = priceRegionInput.parse({ name: 'South Asia', countries: 'in, pk bd' })
  regionId = (await savePriceRegion(shop.deps, await shop.staff(), input)).id
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

const german = '4000002760000016'

/** A course at 49 dollars everywhere, and at 19 in the region, or at `prices` there. */
async function course(prices: Record<string, unknown>[] = [{}]) {
  const offering = await shop.course(4900n)
  for (const price of prices) await set(offering.slug, price)
  return offering
}
const set = async (slug: string, rest: Record<string, unknown> = {}) =>
  setRegionalPrice(
    shop.deps,
    await shop.staff(),
    regionalPriceInput.parse({ regionId, slug, currency: 'USD', amount: '19', ...rest }),
  )

async function checkOut(offeringId: string, country: string | null, currency = 'USD') {
  const result = await startCheckout(shop.deps, await shop.buyer(), {
    items: [{ purpose: 'access', offeringId }],
    currency,
    buyer: { country, taxNumber: null },
  })
  if (result.kind !== 'redirect') throw new Error('nothing to pay')
  return shop.db.order.findUniqueOrThrow({ where: { id: result.orderId } })
}

async function pay(order: { id: string; checkoutSessionId: string | null }, card: string) {
  await shop.pay({ sessionId: order.checkoutSessionId ?? '' }, card)
  await shop.settle()
  return standing(shop, order.id)
}

test('the country that the buyer is billed in decides about the price, nothing else', async () => {
  const { id } = await course()
  expect((await checkOut(id, 'PK')).totalMinor).toBe(1900n)
  expect((await checkOut(id, 'DE')).totalMinor).toBe(4900n)
  expect((await checkOut(id, null)).totalMinor).toBe(4900n)
})

test('a currency may have a price in a region alone', async () => {
  const { id } = await course([{ currency: 'INR', amount: '999' }])
  expect((await checkOut(id, 'IN', 'INR')).totalMinor).toBe(99_900n)
  expect(await refusal(checkOut(id, 'DE', 'INR'))).toBe('no-price-in-currency')
})

test('a card from elsewhere opens access and asks staff to look', async () => {
  const { id } = await course()
  const order = await checkOut(id, 'IN')
  expect(order).toMatchObject({ priceRegionId: regionId, regionCountries: ['BD', 'IN', 'PK'] })
  expect(await pay(order, german)).toMatchObject({
    status: 'paid',
    review: 'region_mismatch',
    grants: ['active'],
  })
})

test('nobody looks where the general price was paid, or a higher one', async () => {
  const { id } = await course([{ amount: '59' }])
  const order = await checkOut(id, 'IN')
  expect(order.totalMinor).toBe(5900n)
  expect(await pay(order, german)).toMatchObject({ status: 'paid', review: null })
})

test('a planned price begins by itself and ends the one before', async () => {
  const now = shop.clock.now()
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString()
  const { id } = await course([{}, { amount: '15', validFrom: at(3600), validTo: at(7200) }])
  expect((await checkOut(id, 'IN')).totalMinor).toBe(1900n)
  shop.clock.advanceSeconds(3600)
  expect((await checkOut(id, 'IN')).totalMinor).toBe(1500n)
  const [region] = await listPriceRegions(shop.db, shop.clock.now())
  const price = region?.prices.find((row) => row.sold.id === id && row.state === 'valid')
  expect(price).toMatchObject({ amountMinor: 1500n, lowestBeforeMinor: 1900n })
  shop.clock.advanceSeconds(3600)
  expect((await checkOut(id, 'IN')).totalMinor).toBe(4900n)
})

test('a price is ended, and a plan taken back', async () => {
  const { id } = await course()
  const [price] = await shop.db.regionalPrice.findMany({ where: { offeringId: id } })
  const end = async () => endRegionalPrice(shop.deps, await shop.staff(), { id: price?.id ?? '' })
  shop.clock.advanceSeconds(1)
  await end()
  expect((await checkOut(id, 'IN')).totalMinor).toBe(4900n)
  expect(await refusal(end())).toBe('price-over')
})

test('a bundle has a price of its own there, and otherwise what its parts come to there', async () => {
  const [one, two] = [await course(), await course()]
  const bundle = await makeBundle(
    shop.db,
    [one.id, two.id],
    [{ currency: 'USD', amountMinor: 7900n }],
  )
  const buy = async (country: string) => {
    const result = await startCheckout(shop.deps, await shop.buyer(), {
      items: [{ purpose: 'bundle', bundleId: bundle.id }],
      currency: 'USD',
      buyer: { country, taxNumber: null },
    })
    if (result.kind !== 'redirect') throw new Error('nothing to pay')
    return shop.db.order.findUniqueOrThrow({ where: { id: result.orderId } })
  }
  expect(await buy('DE')).toMatchObject({ totalMinor: 7900n, priceRegionId: null })
  // Never more than the parts together, which are 19 each there.
  expect(await buy('IN')).toMatchObject({ totalMinor: 3800n, priceRegionId: regionId })
  await set(bundle.slug, { sold: 'bundle', amount: '29' })
  expect(await buy('PK')).toMatchObject({ totalMinor: 2900n, priceRegionId: regionId })
  expect(await buy('DE')).toMatchObject({ totalMinor: 7900n, priceRegionId: null })
  expect(await refusal(set(bundle.slug, {}))).toBe('offering-unknown')
  expect(await refusal(set(one.slug, { sold: 'bundle' }))).toBe('bundle-unknown')
})

test('attempts at an exam, seats and gifts follow the price in the region', async () => {
  const exam = await makeOffering(shop.db, { data: { kind: 'certification' } })
  await shop.db.price.create({
    data: { offeringId: exam.id, currency: 'USD', amountMinor: 20_000n, period: 'per_exam' },
  })
  await set(exam.slug, { amount: '90' })
  const { id: offeringId } = await course()
  const gift = { recipientEmail: 'friend@example.test', message: '', deliverOn: null }
  const total = async (country: string, item: CartItem) => {
    const buyer = { country, region: null, taxNumberStatus: 'none' } as const
    const cart = { items: [item], currency: 'USD' }
    const person = buyerOf(await shop.buyer())
    return (await quoteCart(shop.db, person, cart, shop.clock.now(), buyer)).totalMinor
  }
  const attempt: CartItem = { purpose: 'exam_attempt', offeringId: exam.id }
  expect([await total('IN', attempt), await total('DE', attempt)]).toEqual([9000n, 20_000n])
  const seats: CartItem = { purpose: 'seats', offeringId, quantity: 5 }
  expect([await total('IN', seats), await total('DE', seats)]).toEqual([9500n, 24_500n])
  const present: CartItem = { purpose: 'gift', offeringId, gift }
  expect([await total('IN', present), await total('DE', present)]).toEqual([1900n, 4900n])
})

test('a country is in one region, and editing is for those who may', async () => {
  const input = priceRegionInput.parse({ name: 'India', countries: 'IN' })
  expect(await refusal(savePriceRegion(shop.deps, await shop.staff(), input))).toBe('region-taken')
  expect(await refusal(savePriceRegion(shop.deps, await shop.buyer(), input))).toBe('not-allowed')
})
