import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../shared/actor'
import { expectInvariants } from '../testing/books'
import { createEarner } from '../testing/earner'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { reversePayout } from './commands/reverse-payout'

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

describe('what is taken back', () => {
  test('56 refund after transfer → a debt, netted from the next payout; no reversal by itself', async () => {
    const earner = await createEarner(shop)
    const first = await earner.sell()
    await earner.wait()
    await earner.payOut()
    await earner.refund(first.orderId)
    expect(await earner.earnings()).toMatchObject({
      availableMinor: -7000n,
      owedMinor: -7000n,
      paidOutMinor: 7000n,
    })
    expect(await earner.plan()).toMatchObject({ verdict: 'debt', amountMinor: -7000n })
    await earner.payOut()
    expect(await earner.transfers()).toMatchObject([{ amount_reversed: 0 }])
    for (let sale = 0; sale < 2; sale += 1) await earner.sell()
    await earner.wait()
    await earner.payOut()
    expect((await earner.payouts()).map((payout) => payout.amountMinor)).toEqual([7000n, 7000n])
    expect(await earner.earnings()).toMatchObject({
      owedMinor: 0n,
      paidOutMinor: 14_000n,
    })
  })

  test('56 reversal by staff, once for a request, and no more than is left', async () => {
    const earner = await createEarner(shop)
    const order = await earner.sell()
    await earner.wait()
    await earner.payOut()
    await earner.refund(order.orderId)
    const [payout] = await earner.payouts()
    const request = {
      payoutId: payout?.id ?? '',
      requestId: randomUUID(),
      amountMinor: 7000n,
      reason: 'the sale was given back',
    }
    expect(await refusal(reversePayout(shop.deps, earner.owner, request))).toBe('not-allowed')
    await Promise.all([
      reversePayout(shop.deps, finance, request),
      reversePayout(shop.deps, finance, request),
    ])
    await shop.settle()
    expect(await earner.payouts()).toMatchObject([{ reversedMinor: 7000n }])
    expect(await earner.earnings()).toMatchObject({
      owedMinor: 0n,
      availableMinor: 0n,
      paidOutMinor: 0n,
    })
    const more = { ...request, requestId: randomUUID(), amountMinor: 1n }
    expect(await refusal(reversePayout(shop.deps, finance, more))).toBe('nothing-to-reverse')
  })

  test('a blocked payout follows what is taken back, down to nothing', async () => {
    const earner = await createEarner(shop, { hasAccount: false })
    const first = await earner.sell()
    const second = await earner.sell()
    await earner.wait()
    await earner.payOut()
    await earner.refund(first.orderId)
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'blocked', amountMinor: 7000n }])
    await earner.refund(second.orderId)
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'cancelled', lines: [] }])
  })

  test('a dispute holds what is not paid yet', async () => {
    const earner = await createEarner(shop)
    const { paymentIntent } = await earner.sell()
    await earner.sell()
    await earner.wait()
    const dispute = await shop.control.createDispute({ paymentIntent })
    await shop.settle()
    expect(await earner.plan()).toMatchObject({
      verdict: 'pay',
      amountMinor: 7000n,
      heldMinor: 7000n,
    })
    await earner.payOut()
    await shop.control.moveDispute({ dispute: dispute.id, status: 'lost' })
    await shop.settle()
    expect(await earner.earnings()).toMatchObject({
      owedMinor: 0n,
      availableMinor: 0n,
      heldMinor: 0n,
    })
  })
})
