import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectInvariants, standing } from '../testing/books'
import { createShop, type Shop } from '../testing/shop'
import { fetchFacts } from './commands/fetch-facts'
import { reconcile } from './commands/reconcile'
import { derivePostings } from './rules/derive-postings'

/**
 * Ways of getting it wrong, each of which the invariants or a scenario must catch. `no fence` and
 * `payload-trust` stand beside the interleavings and the permutations.
 */
let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())

async function paid() {
  const course = await shop.course(4900n)
  const order = await shop.checkOut(await shop.buyer(), [course.id])
  const paymentIntent = await shop.pay(order)
  return { ...order, paymentIntent }
}

/** Posts what the facts call for as if nothing had been posted yet. */
async function postBlindly(orderId: string, sessionId: string): Promise<void> {
  const order = await shop.db.order.findUniqueOrThrow({
    where: { id: orderId },
    include: { lines: true },
  })
  const facts = await fetchFacts(shop.deps, {
    orderId,
    sessionId,
    paymentIntentId: null,
    hintedSessionIds: [],
    hintedIntentIds: [],
    searchSince: null,
    hasCharges: true,
  })
  const postings = derivePostings({
    lines: order.lines,
    facts,
    allocations: new Map(),
    posted: [],
    isUnapplied: false,
    now: shop.clock.now(),
  })
  await shop.db.$transaction(async (tx) => {
    for (const { entries, ...posting } of postings) {
      const id = randomUUID()
      await tx.ledgerTransaction.create({ data: { id, ...posting, orderId, livemode: false } })
      await tx.ledgerEntry.createMany({
        data: entries.map((entry) => ({ transactionId: id, ...entry })),
      })
    }
  })
}

test('no reconcile: with every webhook lost, an order stays unpaid until it runs', async () => {
  const order = await paid()
  await shop.collect()
  await shop.drain()
  await expect(expectInvariants(shop)).rejects.toThrow('stripe_balance')
  expect(await standing(shop, order.orderId)).toMatchObject({ status: 'awaiting_payment' })
  await reconcile(shop.deps)
  await shop.drain()
  expect(await standing(shop, order.orderId)).toMatchObject({ status: 'paid' })
  await expectInvariants(shop)
})

test('no unique: the key refuses a second posting, and without it the books disagree', async () => {
  const order = await paid()
  await shop.settle()
  await expect(postBlindly(order.orderId, order.sessionId)).rejects.toMatchObject({ code: 'P2002' })
  expect(await standing(shop, order.orderId)).toMatchObject({ ledger: { stripe_balance: 4728 } })
  await shop.db.$executeRaw`drop index ledger_transactions_kind_external_id_key`
  await postBlindly(order.orderId, order.sessionId)
  await expect(expectInvariants(shop)).rejects.toThrow('stripe_balance')
})
