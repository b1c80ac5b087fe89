import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getRefundable } from '../orders/reads/refundable'
import { brokenInvariants } from '../payments/reads/broken-invariants'
import { currentWaiverVersion } from '../payments/rules/withdrawal'
import { sellMembership } from '../testing/memberships'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { collectTax } from '../testing/tax'
import { changePlan, previewPlan } from './commands/change-plan'
import { quoteMembership } from './commands/quote-membership'
import { startSubscription } from './commands/start-subscription'

let shop: Shop
let sold: Awaited<ReturnType<typeof sellMembership>>
async function open(options: Parameters<typeof createShop>[0] = {}, exclusive = ['USD']) {
  shop = await createShop(options)
  sold = await sellMembership(shop)
  await collectTax(shop.db, { exclusiveCurrencies: exclusive })
}
afterEach(() => shop.close())

const german = { buyer: { country: 'DE', taxNumber: null }, waiver: currentWaiverVersion }
const plan = { period: 'per_month', currency: 'USD' } as const

/** A member in Germany, paid from the first day. */
async function germanMember() {
  const started = await sold.start('per_month', true, german)
  await shop.control.completeSession({ session: started.sessionId })
  await shop.settle()
  return started
}

async function ordersOf(subscriptionId: string) {
  const orders = await shop.db.order.findMany({
    where: { subscriptionId },
    orderBy: { createdAt: 'asc' },
    include: {
      lines: true,
      documents: { select: { netMinor: true, taxMinor: true, buyer: true } },
    },
  })
  return orders.map((order) => ({ ...order, line: order.lines[0] }))
}

async function bookedOn(account: 'tax_payable' | 'platform_revenue', orderId: string) {
  const entries = await shop.db.ledgerEntry.findMany({
    where: { account, transaction: { orderId } },
    select: { amountMinor: true },
  })
  return entries.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
}

describe('the tax of a membership', () => {
  it('37 is added to prices without it, at each payment and with another plan, and booked apart', async () => {
    await open()
    const member = await germanMember()
    expect((await sold.rowOf(member.id)).amountMinor).toBe(3451n)
    await sold.wait(31)
    await shop.settle()
    await sold.wait(0.1)
    await shop.settle()
    const orders = await ordersOf(member.id)
    expect(orders).toHaveLength(2)
    for (const order of orders) {
      expect(order).toMatchObject({ totalMinor: 3451n, taxMinor: 551n, buyerCountry: 'DE' })
      expect(order.line).toMatchObject({
        taxMinor: 551n,
        taxRateBps: 1900,
        taxCountry: 'DE',
        taxReason: 'standard',
      })
      expect(order.documents).toMatchObject([{ netMinor: 2900n, taxMinor: 551n }])
      expect(await bookedOn('tax_payable', order.id)).toBe(-551n)
      expect(await bookedOn('platform_revenue', order.id)).toBe(-2900n)
    }
    const preview = await previewPlan(shop.deps, member.actor, { period: 'per_year' })
    expect(preview.amountMinor).toBe(34_510n)
    await changePlan(shop.deps, member.actor, preview)
    await shop.settle()
    const last = (await ordersOf(member.id)).at(-1)
    expect(last?.totalMinor).toBe(preview.dueMinor)
    // 19 parts of 119, to the nearest cent.
    expect(last?.taxMinor).toBe((preview.dueMinor * 38n + 119n) / 238n)
    expect((await brokenInvariants(shop.db)).filter(({ broken }) => broken > 0)).toEqual([])
  })

  it('37 is contained in prices with it, which stay what they are everywhere', async () => {
    await open({}, [])
    const member = await germanMember()
    const [order] = await ordersOf(member.id)
    expect(order).toMatchObject({ totalMinor: 2900n, taxMinor: 463n })
    const business = await sold.start('per_month', true, {
      buyer: { country: 'DE', taxNumber: 'DE136695976' },
    })
    await shop.control.completeSession({ session: business.sessionId })
    await shop.settle()
    const [reversed] = await ordersOf(business.id)
    expect(reversed).toMatchObject({ totalMinor: 2900n, taxMinor: 0n, waivedAt: null })
    expect(reversed?.line?.taxReason).toBe('reverse_charge')
    expect(reversed?.documents).toMatchObject([
      { taxMinor: 0n, buyer: { country: 'DE', taxNumber: 'DE136695976' } },
    ])
  })

  it('follows the rate of the day: the price stays, what is left of it moves', async () => {
    await open()
    const member = await germanMember()
    const later = new Date(shop.clock.now().getTime() + 20 * 86_400_000)
    await shop.db.taxRate.updateMany({ where: { country: 'DE' }, data: { validTo: later } })
    const [old] = await shop.db.taxRate.findMany({ where: { country: 'DE' } })
    if (!old) throw new Error('no rate')
    const { id: _id, ...rate } = old
    await shop.db.taxRate.create({
      data: { ...rate, rateBps: 2000, validFrom: later, validTo: null },
    })
    await sold.wait(31)
    await shop.settle()
    await sold.wait(0.1)
    await shop.settle()
    const orders = await ordersOf(member.id)
    expect(orders.map(({ totalMinor, taxMinor }) => [totalMinor, taxMinor])).toEqual([
      [3451n, 551n],
      [3451n, 575n],
    ])
  })

  it('is worked out by Stripe where Stripe Tax is in use, and each payment names its calculation', async () => {
    await open({ isStripeTaxOn: true })
    const member = await germanMember()
    const [order] = await ordersOf(member.id)
    expect(order).toMatchObject({ totalMinor: 3451n, taxMinor: 551n })
    expect(order?.taxCalculationId).toMatch(/^taxcalc_/)
    const recorded = await shop.db.stripeCommand.count({
      where: { orderId: order?.id ?? '', kind: 'record_tax', state: 'done' },
    })
    expect(recorded).toBe(1)
  })
})

describe('where the buyer is', () => {
  beforeEach(() => open())

  it('has to be known, is asked for once, and another answer opens another checkout', async () => {
    const actor = await shop.buyer()
    expect(await refusal(startSubscription(shop.deps, actor, plan))).toBe('billing-country-missing')
    const inUs = { ...plan, buyer: { country: 'US', taxNumber: null } }
    const first = await startSubscription(shop.deps, actor, inUs)
    const again = await startSubscription(shop.deps, actor, plan)
    expect(again).toEqual(first)
    const moved = await startSubscription(shop.deps, actor, { ...plan, ...german })
    expect(moved.subscriptionId).not.toBe(first.subscriptionId)
    expect((await sold.rowOf(first.subscriptionId)).status).toBe('expired')
    expect((await sold.rowOf(moved.subscriptionId)).amountMinor).toBe(3451n)
  })

  it('gives a consumer of the Union the right of withdrawal, which is given up to begin', async () => {
    const actor = await shop.buyer()
    const { quote } = await quoteMembership(shop.deps, actor, { ...plan, ...german })
    expect(quote).toMatchObject({
      withdrawal: { days: 14, waiverVersion: currentWaiverVersion },
      refundDays: 14,
    })
    const { waiver: _, ...silent } = { ...plan, ...german }
    const refused = refusal(startSubscription(shop.deps, actor, silent))
    expect(await refused).toBe('membership-waiver-missing')
    const member = await germanMember()
    const [order] = await ordersOf(member.id)
    expect(order).toMatchObject({ waiverVersion: currentWaiverVersion })
    expect(order?.waivedAt).not.toBeNull()
    const mail = await shop.db.mailMessage.findFirstOrThrow({
      where: { key: `membership-started:${member.id}:once` },
    })
    expect(mail.params).toMatchObject({ waivedOn: expect.stringContaining('2026') })
    await sold.wait(13)
    const refundable = await getRefundable(shop.db, order?.id ?? '', shop.clock.now())
    expect(refundable?.lines[0]?.refund).toMatchObject({ isOwed: true, owedMinor: 3451n })
  })
})
