import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { refundOrder } from '../orders/commands/refund-order'
import { resolveReview } from '../orders/commands/resolve-review'
import { markDirty } from '../payments/commands/mark-dirty'
import { syncOrder } from '../payments/commands/sync-target'
import { orderTargetKey } from '../payments/rules/event-target'
import type { Member } from '../shared/actor'
import { expectInvariants } from '../testing/books'
import { createEarner, scheduler } from '../testing/earner'
import { type Bought, createShop, type Shop } from '../testing/shop'
import { retryPayouts } from './commands/retry-payouts'

let shop: Shop
let finance: Member
beforeAll(async () => {
  shop = await createShop()
  finance = await shop.staff()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop, { asked: 2 })
})

type Earner = Awaited<ReturnType<typeof createEarner>>
type Sale = Bought & { paymentIntent: string }

const refundsOf = async ({ orderId }: Bought) =>
  await shop.db.stripeRefund.findMany({ where: { orderId }, orderBy: { createdAt: 'asc' } })

async function failLastRefund(order: Bought): Promise<void> {
  const refund = (await refundsOf(order)).at(-1)
  await shop.control.failRefund({ refund: refund?.id ?? '' })
  await shop.settle()
}

/** Nothing of what the provider has earned can be paid, however long it waits. */
async function expectWithheld(earner: Earner, heldMinor: bigint): Promise<void> {
  expect(await earner.plan()).toMatchObject({ verdict: 'nothing', heldMinor })
  expect(await earner.earnings()).toMatchObject({ heldMinor, availableMinor: 0n })
  expect(await earner.payOut()).toEqual({ sent: [], blocked: [] })
  expect(await earner.transfers()).toEqual([])
}

describe('what may still have to be given back is not paid', () => {
  test.each<[string, (sale: Sale) => Promise<void>]>([
    [
      'a refund made at Stripe that nobody has said what for',
      async ({ paymentIntent }) => {
        await shop.control.createRefund({ paymentIntent, amount: 1 })
      },
    ],
    [
      'a refund that came back',
      async (sale) => {
        await shop.control.createRefund({ paymentIntent: sale.paymentIntent })
        await shop.settle()
        await failLastRefund(sale)
      },
    ],
    [
      'a dispute',
      async ({ paymentIntent }) => {
        await shop.control.createDispute({ paymentIntent })
      },
    ],
    [
      'an inquiry of a bank',
      async ({ paymentIntent }) => {
        await shop.control.createDispute({ paymentIntent, status: 'warning_needs_response' })
      },
    ],
  ])('%s', async (_name, happen) => {
    const earner = await createEarner(shop)
    const sale = await earner.sell()
    await earner.wait()
    await happen(sale)
    await shop.settle()
    const { owedMinor = 0n } = (await earner.earnings()) ?? {}
    expect(owedMinor > 6990n).toBe(true)
    await expectWithheld(earner, owedMinor)
  })

  test('a refund that Stripe has not answered yet', async () => {
    const earner = await createEarner(shop)
    const sale = await earner.sell()
    await earner.wait()
    const path = { pathPrefix: '/v1/refunds', method: 'POST' } as const
    await shop.control.injectFault({ ...path, kind: 'server_error', times: 9 })
    const requestId = shop.requestId()
    const input = { orderId: sale.orderId, requestId, reason: 'asked for it' }
    expect(await refundOrder(shop.impatient, finance, input)).toMatchObject({ state: 'unknown' })
    await expectWithheld(earner, 7000n)
    await shop.control.clearFaults()
  })

  test('28 a duplicate whose refund came back, also once somebody has looked at it', async () => {
    const earner = await createEarner(shop)
    const buyer = await shop.buyer()
    const first = await earner.order(buyer, (await shop.course()).id)
    const second = await earner.order(buyer)
    for (const order of [first, second]) await shop.pay(order)
    // The first is seen first, whatever Stripe tells in which order.
    await shop.db.$transaction((tx) =>
      markDirty(tx, orderTargetKey(first.orderId), shop.clock.now()),
    )
    await syncOrder(shop.deps, first.orderId)
    await shop.settle()
    await failLastRefund(second)
    const order = () => shop.db.order.findUniqueOrThrow({ where: { id: second.orderId } })
    expect(await order()).toMatchObject({ status: 'duplicate', review: 'refund_failed' })
    await resolveReview(shop.deps, finance, { orderId: second.orderId, reason: 'sent by bank' })
    await earner.wait()
    await earner.payOut()
    expect(await earner.transfers()).toMatchObject([{ amount: 7000 }])
    expect(await earner.earnings()).toMatchObject({ paidOutMinor: 7000n, owedMinor: 0n })
  })

  test('45 money after a cancellation whose refund came back', async () => {
    const earner = await createEarner(shop)
    const order = await earner.order(await shop.buyer())
    await shop.db.stripeCommand.create({
      data: {
        kind: 'expire_session',
        orderId: order.orderId,
        params: { cause: 'cancelled' },
        state: 'done',
      },
    })
    await shop.pay(order)
    await shop.settle()
    await failLastRefund(order)
    await earner.wait()
    expect(await earner.earnings()).toBeUndefined()
    expect(await earner.payOut()).toEqual({ sent: [], blocked: [] })
    expect(await earner.transfers()).toEqual([])
  })
})

describe('what was in doubt', () => {
  test('is paid once a person has dealt with it', async () => {
    const earner = await createEarner(shop)
    const sale = await earner.sell()
    await shop.control.createRefund({ paymentIntent: sale.paymentIntent, amount: 1000 })
    await shop.settle()
    await earner.wait()
    await expectWithheld(earner, 6300n)
    await resolveReview(shop.deps, finance, { orderId: sale.orderId, reason: 'a discount' })
    await earner.payOut()
    expect(await earner.transfers()).toMatchObject([{ amount: 6300 }])
  })

  test('50 is paid once the bank has made the refund of a part', async () => {
    const earner = await createEarner(shop)
    const sale = await earner.sell()
    await earner.wait()
    await shop.control.holdRefunds({ times: 1 })
    await earner.refund(sale.orderId, 1000n)
    await expectWithheld(earner, 6300n)
    const [refund] = await refundsOf(sale)
    await shop.control.succeedRefund({ refund: refund?.id ?? '' })
    await shop.settle()
    await earner.payOut()
    expect(await earner.transfers()).toMatchObject([{ amount: 6300 }])
  })

  test('82 is left out of a payout that waits for the balance', async () => {
    const earner = await createEarner(shop)
    const [refunded] = [await earner.sell(), await earner.sell()]
    await earner.wait()
    const balance = await shop.stripe.balance.retrieve()
    const usd = balance.available.find(({ currency }) => currency === 'usd')
    await shop.control.topUp({ amount: -(usd?.amount ?? 0), currency: 'usd' })
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ reason: 'balance', amountMinor: 14_000n }])
    await shop.control.topUp({ amount: 1_000_000, currency: 'usd' })
    await earner.refund(refunded.orderId)
    shop.clock.advanceSeconds(3600)
    expect(await retryPayouts(shop.deps, scheduler)).toBe(1)
    await shop.settle()
    expect(await earner.payouts()).toMatchObject([{ state: 'sent', amountMinor: 7000n }])
    expect(await earner.transfers()).toMatchObject([{ amount: 7000 }])
  })

  test('56 counts as taken at once when it was paid out before', async () => {
    const earner = await createEarner(shop)
    const { paymentIntent } = await earner.sell()
    await earner.wait()
    await earner.payOut()
    // Nobody has said what this refund is for, so the order is in review.
    await shop.control.createRefund({ paymentIntent, amount: 1000 })
    await earner.sell()
    await earner.wait()
    await shop.settle()
    expect(await earner.plan()).toMatchObject({ verdict: 'pay', amountMinor: 6300n, heldMinor: 0n })
    await earner.payOut()
    expect((await earner.transfers()).map(({ amount }) => amount).sort()).toEqual([6300, 7000])
    expect(await earner.earnings()).toMatchObject({ owedMinor: 0n, paidOutMinor: 13_300n })
  })
})
