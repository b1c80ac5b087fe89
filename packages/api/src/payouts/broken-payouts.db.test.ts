import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEarner } from '../testing/earner'
import { createShop, type Shop } from '../testing/shop'
import { reversePayout } from './commands/reverse-payout'
import { brokenPayouts } from './reads/broken-payouts'

let shop: Shop
let earner: Awaited<ReturnType<typeof createEarner>>
beforeAll(async () => {
  shop = await createShop()
  earner = await createEarner(shop)
})
afterAll(() => shop.close())

const broken = async () =>
  (await brokenPayouts(shop.db, false, shop.clock.now()))
    .filter((row) => row.broken > 0)
    .map(({ name }) => name)

test('an honest history breaks none: paid, refunded, taken back, netted, blocked', async () => {
  const first = await earner.sell()
  await earner.wait()
  await earner.payOut()
  const [payout] = await earner.payouts()
  await earner.refund(first.orderId, 1000n)
  await reversePayout(shop.deps, await shop.staff(), {
    payoutId: payout?.id ?? '',
    requestId: randomUUID(),
    amountMinor: 2000n,
    reason: 'paid by mistake',
  })
  await earner.sell()
  await earner.wait()
  await earner.payOut()
  const poor = await createEarner(shop, { hasAccount: false })
  await poor.sell()
  await poor.wait()
  await poor.payOut()
  expect(await poor.payouts()).toMatchObject([{ state: 'blocked' }])
  expect(await earner.earnings()).toMatchObject({ owedMinor: 0n, paidOutMinor: 13_300n })
  expect(await broken()).toEqual([])
})

/** Each does what no code path can, on a payout that was sent, and undoes it. */
const sabotages: Record<string, [harm: string, undo: string]> = {
  'A payout is the sum of its parts': [
    'update payouts set amount_minor = amount_minor + 1 where id = $1::uuid',
    'update payouts set amount_minor = amount_minor - 1 where id = $1::uuid',
  ],
  'A payout is transferred once, or never': [
    `update ledger_transactions set payout_id = null where kind = 'transfer' and payout_id = $1::uuid`,
    `update ledger_transactions set payout_id = $1::uuid where kind = 'transfer' and payout_id is null`,
  ],
  'What was transferred is the payout': [
    `update ledger_entries set amount_minor = amount_minor - 1 where account = 'provider_payable' and transaction_id in
      (select id from ledger_transactions where kind = 'transfer' and payout_id = $1::uuid)`,
    `update ledger_entries set amount_minor = amount_minor + 1 where account = 'provider_payable' and transaction_id in
      (select id from ledger_transactions where kind = 'transfer' and payout_id = $1::uuid)`,
  ],
  'What was taken back of a payout came back': [
    'update payouts set reversed_minor = reversed_minor - 1 where id = $1::uuid',
    'update payouts set reversed_minor = reversed_minor + 1 where id = $1::uuid',
  ],
  'A payout goes to its own provider': [
    `update provider_accounts set provider_id = (select provider_id from payouts where state = 'blocked' limit 1)
      where id = (select account_id from payouts where id = $1::uuid)`,
    `update provider_accounts set provider_id = (select provider_id from payouts where id = $1::uuid)
      where id = (select account_id from payouts where id = $1::uuid)`,
  ],
  'No payout stays on its way': [
    `update payouts set state = 'due' where state = 'blocked' and id <> $1::uuid`,
    `update payouts set state = 'blocked' where state = 'due' and id <> $1::uuid`,
  ],
}

test.each(Object.entries(sabotages))('it notices: %s', async (name, [harm, undo]) => {
  const [payout] = await earner.payouts()
  const without = (sql: string) =>
    shop.db.$transaction(async (tx) => {
      await tx.$executeRaw`set local session_replication_role = replica`
      await tx.$executeRawUnsafe(sql, payout?.id)
    })
  await without(harm)
  expect(await broken()).toContain(name)
  await without(undo)
  expect(await broken()).toEqual([])
})

test('it notices: What was earned is paid out, under way, held or available', async () => {
  const [payout] = await earner.payouts()
  await shop.db.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`
    await tx.payoutLine.deleteMany({ where: { payoutId: payout?.id } })
  })
  expect(await broken()).toContain('What was earned is paid out, under way, held or available')
})
