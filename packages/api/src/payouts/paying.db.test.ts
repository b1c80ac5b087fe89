import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { checkBooks } from '../payments/commands/check-books'
import { processCommand } from '../payments/commands/process-command/process-command'
import { brokenInvariants } from '../payments/reads/broken-invariants'
import type { Member } from '../shared/actor'
import { expectInvariants } from '../testing/books'
import { createEarner, scheduler } from '../testing/earner'
import { createShop, type Shop } from '../testing/shop'
import { retryPayouts } from './commands/retry-payouts'
import { reversePayout } from './commands/reverse-payout'
import { runPayouts } from './commands/run-payouts'

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

/** Prisma words what a trigger restricts as a broken reference. */
const refusedByTrigger = /Foreign key constraint violated/

describe('what is paid', () => {
  test('a share is held, then available, then on the account: in one transfer with its entries', async () => {
    const earner = await createEarner(shop)
    await earner.sell()
    expect(await earner.plan()).toMatchObject({ verdict: 'nothing', heldMinor: 7000n })
    await earner.wait()
    expect(await earner.plan()).toMatchObject({ verdict: 'pay', amountMinor: 7000n })
    await earner.payOut()
    const [payout] = await earner.payouts()
    expect(payout).toMatchObject({ state: 'sent', amountMinor: 7000n, accountId: earner.accountId })
    expect(payout?.lines.map((line) => line.amountMinor)).toEqual([7000n])
    expect(await earner.transfers()).toMatchObject([
      { amount: 7000, currency: 'usd', metadata: { payout_id: payout?.id } },
    ])
    expect(await earner.earnings()).toMatchObject({
      soldMinor: 7000n,
      paidOutMinor: 7000n,
      owedMinor: 0n,
      availableMinor: 0n,
    })
    expect(await earner.mails()).toContain('payout-sent')
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
    expect(await earner.plan()).toMatchObject({
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
    expect(await earner.transfers()).toHaveLength(1)
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
    expect(await earner.payouts()).toMatchObject([{ state: 'blocked', reason: 'balance' }])
    await earner.payOut()
    expect(await earner.payouts()).toHaveLength(1)
    expect(await earner.earnings()).toMatchObject({ availableMinor: 7000n })
    expect(await retryPayouts(shop.deps, scheduler)).toBe(0)
    await shop.control.topUp({ amount: 1_000_000, currency: 'usd' })
    shop.clock.advanceSeconds(3600)
    expect(await retryPayouts(shop.deps, scheduler)).toBe(1)
    await shop.settle()
    expect(await earner.payouts()).toMatchObject([{ state: 'sent', reason: null }])
    expect(await earner.transfers()).toHaveLength(1)
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
    expect(await earner.transfers()).toHaveLength(1)
  })

  test('one provider who cannot be paid keeps nobody else from it', async () => {
    const [odd, other] = [await createEarner(shop), await createEarner(shop)]
    for (const earner of [odd, other]) await earner.sell()
    await odd.wait()
    await shop.db.$executeRawUnsafe(`
      create function refuse_odd() returns trigger language plpgsql as $$ begin
        if new.provider_id = '${odd.providerId}' then raise exception 'odd'; end if; return new;
      end $$`)
    await shop.db.$executeRaw`create trigger odd before insert on payouts
      for each row execute function refuse_odd()`
    const run = runPayouts(shop.deps, scheduler, [odd.providerId, other.providerId])
    await expect(run).rejects.toThrow('some providers could not be paid')
    await shop.db.$executeRaw`drop trigger odd on payouts`
    await shop.settle()
    expect(await odd.payouts()).toEqual([])
    expect(await other.payouts()).toMatchObject([{ state: 'sent' }])
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
