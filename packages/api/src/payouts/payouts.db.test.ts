import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { refundOrder } from '../orders/commands/refund-order'
import { checkBooks } from '../payments/commands/check-books'
import { processCommand } from '../payments/commands/process-command/process-command'
import { receiveEvent } from '../payments/commands/receive-event'
import { brokenInvariants } from '../payments/reads/broken-invariants'
import { listEarnings } from '../providers/reads/earnings'
import type { Member } from '../shared/actor'
import { expectInvariants } from '../testing/books'
import { createEarner, scheduler } from '../testing/earner'
import { refusal } from '../testing/refusal'
import { connectSecret, createShop, type Shop } from '../testing/shop'
import { startOnboarding } from './commands/connect-account'
import { retryPayouts } from './commands/retry-payouts'
import { reversePayout } from './commands/reverse-payout'
import { runPayouts } from './commands/run-payouts'
import { getPayoutPlan } from './reads/payout-plan'

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

const earningsOf = async (providerId: string) =>
  (await listEarnings(shop.db, false, [providerId], shop.clock.now()))[0]

/** Prisma words what a trigger restricts as a broken reference. */
const refusedByTrigger = /Foreign key constraint violated/

const planOf = async (providerId: string) =>
  (await getPayoutPlan(shop.db, false, [providerId], shop.clock.now()))[0]

const transfersTo = async (account: string) =>
  (await shop.control.snapshot()).transfers.filter((row) => row.destination === account)

const mailsTo = async ({ email }: Member) =>
  (
    await shop.db.mailMessage.findMany({
      where: { recipient: email },
      orderBy: { createdAt: 'asc' },
    })
  ).map((mail) => mail.template)

async function refundAll(orderId: string) {
  const lines = await shop.db.orderLine.findMany({ where: { orderId } })
  await refundOrder(shop.deps, finance, {
    orderId,
    requestId: randomUUID(),
    reason: 'asked for it',
    lines: lines.map((line) => ({ orderLineId: line.id, amountMinor: line.amountMinor })),
  })
  await shop.settle()
}

describe('what is paid', () => {
  test('a share is held, then available, then on the account: in one transfer with its entries', async () => {
    const earner = await createEarner(shop)
    await earner.sell()
    expect(await planOf(earner.providerId)).toMatchObject({ verdict: 'nothing', heldMinor: 7000n })
    await earner.wait()
    expect(await planOf(earner.providerId)).toMatchObject({ verdict: 'pay', amountMinor: 7000n })
    await earner.payOut()
    const [payout] = await earner.payouts()
    expect(payout).toMatchObject({ state: 'sent', amountMinor: 7000n, accountId: earner.accountId })
    expect(payout?.lines.map((line) => line.amountMinor)).toEqual([7000n])
    expect(await transfersTo(earner.accountId)).toMatchObject([
      { amount: 7000, currency: 'usd', metadata: { payout_id: payout?.id } },
    ])
    expect(await earningsOf(earner.providerId)).toMatchObject({
      soldMinor: 7000n,
      paidOutMinor: 7000n,
      owedMinor: 0n,
      availableMinor: 0n,
    })
    expect(await mailsTo(earner.owner)).toContain('payout-sent')
    const broken = (await brokenInvariants(shop.db)).filter((row) => row.broken > 0)
    expect(broken).toEqual([])
    const again = await earner.payOut()
    expect(again).toEqual({ sent: [], blocked: [] })
  })

  test('the books of Stripe and the ledger agree on transfers and reversals', async () => {
    const earner = await createEarner(shop)
    await earner.sell()
    await earner.wait()
    await earner.payOut()
    const [payout] = await earner.payouts()
    await reversePayout(shop.deps, finance, {
      payoutId: payout?.id ?? '',
      requestId: randomUUID(),
      amountMinor: 1000n,
      reason: 'paid too early',
    })
    shop.clock.advanceSeconds(3600)
    expect(await checkBooks(shop.deps)).toBe(0)
  })

  test('too little waits for more', async () => {
    const earner = await createEarner(shop)
    await shop.db.provider.update({ where: { id: earner.providerId }, data: { shareBps: 1000 } })
    await earner.sell()
    await earner.wait()
    expect(await planOf(earner.providerId)).toMatchObject({
      verdict: 'below-minimum',
      amountMinor: 1000n,
    })
    expect(await earner.payOut()).toEqual({ sent: [], blocked: [] })
  })

  test('81 transfer created once under retries: lost answers, double sending, a forgotten key', async () => {
    const earner = await createEarner(shop)
    await earner.sell()
    await earner.wait()
    await runPayouts(shop.deps, scheduler, [earner.providerId])
    const command = await shop.db.stripeCommand.findFirstOrThrow({
      where: { payout: { providerId: earner.providerId } },
    })
    await shop.control.injectFault({
      pathPrefix: '/v1/transfers',
      method: 'POST',
      kind: 'server_error',
      when: 'after',
    })
    expect((await processCommand(shop.impatient, command.id)).state).toBe('unknown')
    // A day later Stripe no longer knows the key.
    shop.clock.advanceSeconds(25 * 3600)
    await Promise.all([
      processCommand(shop.deps, command.id),
      processCommand(shop.deps, command.id),
    ])
    await shop.settle()
    expect(await transfersTo(earner.accountId)).toHaveLength(1)
    expect(await earner.payouts()).toMatchObject([{ state: 'sent' }])
    const postings = await shop.db.ledgerTransaction.count({
      where: { kind: 'transfer', payout: { providerId: earner.providerId } },
    })
    expect(postings).toBe(1)
  })

  test('82 insufficient balance → retry later, under another key, once there is enough', async () => {
    const earner = await createEarner(shop)
    await earner.sell()
    await earner.wait()
    const before = (await shop.stripe.balance.retrieve()).available.find(
      ({ currency }) => currency === 'usd',
    )
    await shop.control.topUp({ amount: -(before?.amount ?? 0), currency: 'usd' })
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'due', reason: 'balance' }])
    await earner.payOut()
    expect(await earner.payouts()).toHaveLength(1)
    expect(await earningsOf(earner.providerId)).toMatchObject({ underWayMinor: 7000n })
    expect(await retryPayouts(shop.deps)).toBe(0)
    await shop.control.topUp({ amount: 1_000_000, currency: 'usd' })
    shop.clock.advanceSeconds(3600)
    expect(await retryPayouts(shop.deps)).toBe(1)
    await shop.settle()
    expect(await earner.payouts()).toMatchObject([{ state: 'sent', reason: null }])
    expect(await transfersTo(earner.accountId)).toHaveLength(1)
  })
})

describe('accounts', () => {
  test('16 an event of a connected account needs the route for accounts, and only it', async () => {
    const earner = await createEarner(shop)
    const { events } = await shop.control.snapshot()
    const event = events.find((row) => row.account === earner.accountId)
    const at = (source: 'platform' | 'accounts', payload: object) =>
      receiveEvent(shop.deps, {
        ...shop.sign(payload, { secret: connectSecret }),
        secrets: [connectSecret],
        source,
      })
    const copy = { ...event, id: `evt_${randomUUID().replaceAll('-', '')}` }
    expect(await at('platform', copy)).toMatchObject({ outcome: 'ignored' })
    const bare = { ...copy, id: `${copy.id}b`, account: undefined }
    expect(await at('accounts', bare)).toMatchObject({ outcome: 'ignored' })
    expect(await at('accounts', { ...copy, id: `${copy.id}c` })).toMatchObject({
      outcome: 'queued',
    })
    expect(await at('accounts', { ...copy, id: `${copy.id}d`, account: 'acct_x' })).toMatchObject({
      outcome: 'ignored',
    })
    const wrong = receiveEvent(shop.deps, {
      ...shop.sign({ ...copy, id: `${copy.id}e` }),
      secrets: [connectSecret],
      source: 'accounts',
    })
    expect(await wrong).toMatchObject({ status: 400 })
    const notes = await shop.db.stripeEvent.findMany({
      where: { id: { startsWith: copy.id } },
      orderBy: { id: 'asc' },
      select: { note: true },
    })
    expect(notes.map((row) => row.note)).toEqual([
      'connected-account',
      'platform-account',
      null,
      'not-ours',
    ])
  })

  test('83 account disabled → blocked with its reason, the sale unaffected, paid once it is in order', async () => {
    const earner = await createEarner(shop)
    await earner.sell()
    await earner.wait()
    await shop.control.stopAccount({ account: earner.accountId, reason: 'under_review' })
    await shop.settle()
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([
      { state: 'blocked', reason: 'restricted', amountMinor: 7000n },
    ])
    const account = await shop.db.providerAccount.findUniqueOrThrow({
      where: { id: earner.accountId },
    })
    expect(account).toMatchObject({ state: 'restricted', reason: 'under_review' })
    expect(await mailsTo(earner.owner)).toEqual(
      expect.arrayContaining(['onboarding-needed', 'payout-blocked']),
    )
    const sold = await earner.sell()
    expect(await shop.db.order.findUniqueOrThrow({ where: { id: sold.orderId } })).toMatchObject({
      status: 'paid',
    })
    await shop.control.stopAccount({ account: earner.accountId, reason: null })
    await shop.settle()
    await earner.wait()
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'sent', amountMinor: 14_000n }])
  })

  test('83 stopped between plan and transfer → Stripe refuses, blocked, tried again when it is in order', async () => {
    const earner = await createEarner(shop)
    await earner.sell()
    await earner.wait()
    await shop.control.stopAccount({ account: earner.accountId, reason: 'listed' })
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'blocked', reason: 'refused' }])
    await shop.control.stopAccount({ account: earner.accountId, reason: null })
    await shop.settle()
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'sent' }])
    expect(await transfersTo(earner.accountId)).toHaveLength(1)
  })

  test('84 payout to the bank failed → provider told, no ledger change; paid once the bank takes it', async () => {
    const earner = await createEarner(shop)
    await earner.sell()
    await earner.wait()
    await earner.payOut()
    const before = await shop.db.ledgerTransaction.count()
    const bank = await shop.control.createBankPayout({ account: earner.accountId, currency: 'usd' })
    await shop.control.finishBankPayout({ payout: bank.id, outcome: 'failed' })
    await shop.settle()
    expect(await earner.payouts()).toMatchObject([{ state: 'failed', reason: 'bank-refused' }])
    expect(await mailsTo(earner.owner)).toContain('payout-failed')
    expect(await shop.db.ledgerTransaction.count()).toBe(before)
    await shop.control.onboardAccount({ account: earner.accountId })
    const next = await shop.control.createBankPayout({ account: earner.accountId, currency: 'usd' })
    await shop.control.finishBankPayout({ payout: next.id, outcome: 'paid' })
    await shop.settle()
    expect(await earner.payouts()).toMatchObject([{ state: 'paid', bankPayoutId: next.id }])
  })

  test('85 deauthorized → blocked; another account takes what is owed', async () => {
    const earner = await createEarner(shop)
    await earner.sell()
    await earner.wait()
    await shop.control.deauthorizeAccount({ account: earner.accountId })
    await shop.settle()
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'blocked', reason: 'deauthorized' }])
    const second = await earner.openAccount()
    expect(second).not.toBe(earner.accountId)
    await shop.control.onboardAccount({ account: second })
    await shop.settle()
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'sent', accountId: second }])
  })

  test('without an account what is earned waits, and two owners at once open one', async () => {
    const earner = await createEarner(shop, { hasAccount: false })
    await earner.sell()
    await earner.wait()
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'blocked', reason: 'no-account' }])
    await Promise.all([earner.openAccount(), earner.openAccount()])
    const count = await shop.db.providerAccount.count({ where: { providerId: earner.providerId } })
    expect(count).toBe(1)
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'blocked', reason: 'onboarding' }])
  })
})

describe('opening an account', () => {
  test('what Stripe refuses is told, and nothing is kept; the next try opens it', async () => {
    const earner = await createEarner(shop, { hasAccount: false })
    await shop.db.provider.update({
      where: { id: earner.providerId },
      data: { websiteUrl: 'nowhere' },
    })
    expect(await refusal(earner.openAccount())).toBe('stripe-refused')
    expect(await shop.db.providerAccount.count({ where: { providerId: earner.providerId } })).toBe(
      0,
    )
    await shop.db.provider.update({ where: { id: earner.providerId }, data: { websiteUrl: null } })
    await shop.control.injectFault({
      pathPrefix: '/v1/account_links',
      method: 'POST',
      kind: 'server_error',
      times: 3,
    })
    expect(await refusal(earner.openAccount())).toBe('payment-service-unavailable')
    await earner.openAccount()
    expect(await shop.db.providerAccount.count({ where: { providerId: earner.providerId } })).toBe(
      1,
    )
  })

  test('only owners lead the money somewhere', async () => {
    const earner = await createEarner(shop, { hasAccount: false })
    const { providerId } = earner
    expect(await refusal(startOnboarding(shop.deps, finance, { providerId }))).toBe('not-allowed')
    await shop.db.providerMember.updateMany({ where: { providerId }, data: { role: 'editor' } })
    expect(await refusal(earner.openAccount())).toBe('owners-only')
  })
})

describe('what is taken back', () => {
  test('56 refund after transfer → a debt, netted from the next payout; no reversal by itself', async () => {
    const earner = await createEarner(shop)
    const first = await earner.sell()
    await earner.wait()
    await earner.payOut()
    await refundAll(first.orderId)
    expect(await earningsOf(earner.providerId)).toMatchObject({
      availableMinor: -7000n,
      owedMinor: -7000n,
      paidOutMinor: 7000n,
    })
    expect(await planOf(earner.providerId)).toMatchObject({ verdict: 'debt', amountMinor: -7000n })
    await earner.payOut()
    expect(await transfersTo(earner.accountId)).toMatchObject([{ amount_reversed: 0 }])
    for (let sale = 0; sale < 2; sale += 1) await earner.sell()
    await earner.wait()
    await earner.payOut()
    expect((await earner.payouts()).map((payout) => payout.amountMinor)).toEqual([7000n, 7000n])
    expect(await earningsOf(earner.providerId)).toMatchObject({
      owedMinor: 0n,
      paidOutMinor: 14_000n,
    })
  })

  test('56 reversal by staff, once for a request, and no more than is left', async () => {
    const earner = await createEarner(shop)
    const order = await earner.sell()
    await earner.wait()
    await earner.payOut()
    await refundAll(order.orderId)
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
    expect(await earningsOf(earner.providerId)).toMatchObject({
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
    await refundAll(first.orderId)
    await earner.payOut()
    expect(await earner.payouts()).toMatchObject([{ state: 'blocked', amountMinor: 7000n }])
    await refundAll(second.orderId)
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
    expect(await planOf(earner.providerId)).toMatchObject({
      verdict: 'pay',
      amountMinor: 7000n,
      heldMinor: 7000n,
    })
    await earner.payOut()
    await shop.control.moveDispute({ dispute: dispute.id, status: 'lost' })
    await shop.settle()
    expect(await earningsOf(earner.providerId)).toMatchObject({
      owedMinor: 0n,
      availableMinor: 0n,
      heldMinor: 0n,
    })
  })
})

describe('nobody is paid twice', () => {
  test('runs at once, by several workers, make one payout', async () => {
    const earner = await createEarner(shop)
    for (let sale = 0; sale < 3; sale += 1) await earner.sell()
    await earner.wait()
    await Promise.all(
      Array.from({ length: 5 }, () => runPayouts(shop.deps, scheduler, [earner.providerId])),
    )
    await shop.settle()
    expect(await earner.payouts()).toMatchObject([{ state: 'sent', amountMinor: 21_000n }])
    expect(await transfersTo(earner.accountId)).toHaveLength(1)
  })

  test('the database refuses it, whatever the code does', async () => {
    const earner = await createEarner(shop)
    const other = await createEarner(shop)
    await earner.sell()
    await earner.wait()
    await earner.payOut()
    const [payout] = await earner.payouts()
    const [line] = payout?.lines ?? []
    if (!payout || !line) throw new Error('nothing was paid')
    const second = (providerId: string, amountMinor: bigint) =>
      shop.db.payout.create({
        data: {
          providerId,
          currency: 'USD',
          livemode: false,
          amountMinor,
          state: 'due',
          periodFrom: shop.clock.now(),
          periodTo: shop.clock.now(),
          lines: { create: [{ ledgerEntryId: line.ledgerEntryId, amountMinor }] },
        },
      })
    await expect(second(earner.providerId, 7000n)).rejects.toThrow(/unique|Unique/)
    // Nor is it paid to somebody else.
    await expect(second(other.providerId, 7000n)).rejects.toThrow(/unique|Unique|belong/)
    // Nothing more goes into what was sent, and its amount and lines stay.
    await expect(
      shop.db.payout.update({ where: { id: payout.id }, data: { amountMinor: 1n } }),
    ).rejects.toThrow(refusedByTrigger)
    await expect(
      shop.db.payoutLine.delete({ where: { ledgerEntryId: line.ledgerEntryId } }),
    ).rejects.toThrow(refusedByTrigger)
    await expect(shop.db.payout.delete({ where: { id: payout.id } })).rejects.toThrow(
      refusedByTrigger,
    )
    await expect(
      shop.db.stripeCommand.create({
        data: { kind: 'transfer', payoutId: payout.id, params: {} },
      }),
    ).rejects.toThrow(/unique|Unique/)
  })
})
