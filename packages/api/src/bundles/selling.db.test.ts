import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { refundOrder } from '../orders/commands/refund-order'
import { startCheckout } from '../orders/commands/start-checkout'
import { requireOrderDetail } from '../orders/reads/order-detail'
import { quoteCart } from '../orders/reads/quote-cart'
import { getRefundable } from '../orders/reads/refundable'
import type { CartItem } from '../orders/schema/cart-item'
import { buyerOf, type Member } from '../shared/actor'
import { expectInvariants, standing } from '../testing/books'
import { amounts, makeCoupon } from '../testing/coupons'
import { makeBundle, makeCourse, makeProvider } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

const currencies = ['USD', 'JPY', 'KWD'] as const
const own = {
  USD: [4900n, 2900n, 9900n],
  JPY: [7001n, 4501n, 14_999n],
  KWD: [15_430n, 9120n, 31_170n],
}
const asked = { USD: 9999n, JPY: 17_777n, KWD: 33_330n }

/** Three courses of three providers with odd shares, sold together. */
async function bundleOfThree() {
  const courses: string[] = []
  const providers: string[] = []
  for (const [index, shareBps] of [6667, 7001, 5555].entries()) {
    const provider = await makeProvider(shop.db, { shareBps })
    const { offering } = await makeCourse(shop.db, {
      providerId: provider.id,
      prices: currencies.map((currency) => ({ currency, amountMinor: own[currency][index] ?? 0n })),
      data: { title: `Course ${index + 1}` },
    })
    courses.push(offering.id)
    providers.push(provider.id)
  }
  const bundle = await makeBundle(
    shop.db,
    courses,
    currencies.map((currency) => ({ currency, amountMinor: asked[currency] })),
  )
  const item: CartItem = { purpose: 'bundle', bundleId: bundle.id }
  return { bundle, courses, providers, item }
}

const linesOf = (orderId: string) =>
  shop.db.orderLine.findMany({ where: { orderId }, orderBy: { position: 'asc' } })

const quoteOf = (buyer: Member | null, items: CartItem[], currency = 'USD', codes: string[] = []) =>
  quoteCart(shop.db, buyer && buyerOf(buyer), { items, currency, codes }, shop.clock.now())

describe('a bundle that is sold', () => {
  test.each(currencies)(
    '80 bundle with 3 providers in %s → shares and fee are the total to the unit',
    async (currency) => {
      const { bundle, providers, courses, item } = await bundleOfThree()
      const order = await shop.checkOut(await shop.buyer(), [item], currency)
      await shop.pay(order)
      await shop.settle()
      const lines = await linesOf(order.orderId)
      expect(lines.map((line) => [line.offeringId, line.bundleId, line.priceId])).toEqual(
        courses.map((id) => [id, bundle.id, null]),
      )
      expect(lines.reduce((sum, line) => sum + line.listMinor, 0n)).toBe(asked[currency])
      const entries = await shop.db.ledgerEntry.findMany({
        where: { transaction: { orderId: order.orderId, kind: 'charge' } },
      })
      const sumOf = (account: string, ownerId?: string) =>
        entries
          .filter((entry) => entry.account === account && (!ownerId || entry.ownerId === ownerId))
          .reduce((sum, entry) => sum - entry.amountMinor, 0n)
      for (const [index, line] of lines.entries()) {
        const share = (line.amountMinor * BigInt(line.shareBps)) / 10_000n
        expect(sumOf('provider_payable', providers[index])).toBe(share)
      }
      expect(sumOf('provider_payable') + sumOf('platform_revenue')).toBe(asked[currency])
      expect(await standing(shop, order.orderId)).toMatchObject({
        status: 'paid',
        grants: ['active', 'active', 'active'],
      })
    },
  )

  test('48 partial allocated to one bundle item → that item revoked only', async () => {
    const { courses, item } = await bundleOfThree()
    const order = await shop.checkOut(await shop.buyer(), [item])
    await shop.pay(order)
    await shop.settle()
    const second = (await linesOf(order.orderId))[1]
    if (!second) throw new Error('no second line')
    await refundOrder(shop.deps, await shop.staff(), {
      orderId: order.orderId,
      requestId: shop.requestId(),
      reason: 'not what was expected',
      lines: [{ orderLineId: second.id, amountMinor: second.amountMinor }],
    })
    await shop.settle()
    const grants = await shop.db.accessGrant.findMany({
      where: { userId: order.buyer.userId, state: 'active' },
    })
    expect(grants.map((grant) => grant.offeringId).sort()).toEqual([courses[0], courses[2]].sort())
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'partially_refunded' })
    const invoice = await shop.db.document.findFirstOrThrow({
      where: { orderId: order.orderId, kind: 'invoice' },
    })
    expect(JSON.stringify(invoice.lines)).toContain('Course 2, part of An example bundle')
    const shown = await requireOrderDetail(shop.db, null, order.orderId, shop.clock.now())
    expect(shown.lines.map((line) => [line.bundle?.title, line.hasAccess])).toEqual([
      ['An example bundle', true],
      ['An example bundle', false],
      ['An example bundle', true],
    ])
    const refundable = await getRefundable(shop.db, order.orderId, shop.clock.now())
    expect(refundable?.refundableMinor).toBe(asked.USD - second.amountMinor)
  })

  test('leaves out what the buyer owns, with its part of the price; nothing left is refused', async () => {
    const { courses, item } = await bundleOfThree()
    const buyer = await shop.buyer()
    const [first = '', ...others] = courses
    const whole = await quoteOf(buyer, [item])
    const one = await shop.checkOut(buyer, [first])
    await shop.pay(one)
    await shop.settle()
    const rest = await quoteOf(buyer, [item])
    expect(rest.bundles).toMatchObject([{ priceMinor: asked.USD, owned: ['Course 1'] }])
    expect(rest.lines).toMatchObject(
      whole.lines.slice(1).map(({ offeringId, listMinor }) => ({ offeringId, listMinor })),
    )
    expect(rest.totalMinor).toBe(asked.USD - (whole.lines[0]?.listMinor ?? 0n))
    const order = await shop.checkOut(buyer, [item])
    await shop.pay(order)
    await shop.settle()
    expect((await linesOf(order.orderId)).map((line) => line.offeringId)).toEqual(others)
    expect((await quoteOf(buyer, [item])).problems).toMatchObject([
      { item: 0, reason: 'already-owned' },
    ])
  })

  test('is not sold beside what it holds, nor beside what holds a part of it', async () => {
    const { courses, bundle, item } = await bundleOfThree()
    const [first = '', second = ''] = courses
    const program = await shop.program([first])
    const other = await makeBundle(
      shop.db,
      [second, (await shop.course()).id],
      [{ currency: 'USD', amountMinor: 5000n }],
    )
    const access = (offeringId: string): CartItem => ({ purpose: 'access', offeringId })
    const problems = async (...items: CartItem[]) =>
      (await quoteOf(null, items)).problems.map(({ item: place, reason }) => [place, reason])
    expect(await problems(item, access(first))).toEqual([[1, 'covered-by-bundle']])
    expect(await problems(access(first), item)).toEqual([[0, 'covered-by-bundle']])
    expect(await problems(item, access(program.id))).toEqual([[0, 'bundle-overlaps']])
    expect(await problems(item, { purpose: 'bundle', bundleId: other.id })).toEqual([
      [1, 'bundle-overlaps'],
    ])
    await shop.db.offering.update({
      where: { id: first },
      data: { status: 'retired', retiredAt: shop.clock.now() },
    })
    expect(await problems(item)).toEqual([[0, 'bundle-incomplete']])
    await shop.db.bundle.update({ where: { id: bundle.id }, data: { status: 'retired' } })
    expect(await problems(item)).toEqual([[0, 'not-found']])
  })

  test('takes coupons by their own rules: of its parts, in yen, to the unit', async () => {
    const { providers, item } = await bundleOfThree()
    const [providerId = ''] = providers
    const one = await makeCoupon(shop.db, {
      percentBps: 2500,
      scope: 'providers',
      isCombinable: true,
      providers: { create: { providerId } },
    })
    const all = await makeCoupon(shop.db, { ...amounts({ JPY: 1000n }), isCombinable: true })
    const codes = [one.code, all.code]
    const buyer = await shop.buyer()
    const quoted = await quoteOf(buyer, [item], 'JPY', codes)
    const quarter = ((quoted.lines[0]?.listMinor ?? 0n) * 2500n) / 10_000n
    expect(quoted.coupons.map(({ amountMinor }) => amountMinor)).toEqual([quarter, 1000n])
    expect(quoted.totalMinor).toBe(asked.JPY - quarter - 1000n)
    const order = await shop.checkOut(buyer, [item], 'JPY', codes)
    await shop.pay(order)
    await shop.settle()
    expect(await standing(shop, order.orderId)).toMatchObject({ status: 'paid', review: null })
  })

  test('has no price where one of its parts has none, and says so', async () => {
    const { item, courses } = await bundleOfThree()
    await shop.db.price.deleteMany({ where: { offeringId: courses[2], currency: 'JPY' } })
    const buyer = await shop.buyer()
    expect(await refusal(startCheckout(shop.deps, buyer, { items: [item], currency: 'JPY' }))).toBe(
      'no-price-in-currency',
    )
    expect((await quoteOf(null, [item])).currencies).toEqual(['KWD', 'USD'])
  })
})
