import { randomUUID } from 'node:crypto'
import { reversePayout } from '@archway/api/payouts/commands/reverse-payout'
import type { Random } from '../random'
import { pickRow } from './bank'
import { insist } from './insist'
import { attempt, pause, type Scene, weighted } from './scene'
import { CURRENCIES } from './shelves'
import type { Earner } from './shop'

const GROUP = 'providers'
/** Long enough for every refund promise to have run out. */
const PROMISES = '30 days'

/** Looks after the account that a provider is paid on: opens it, leaves it half done, loses it, opens another. */
export async function playEarner(scene: Scene, earner: Earner, random: Random): Promise<void> {
  while (!scene.isOver()) {
    const act = weighted(random, [
      [30, openAccount],
      [8, stopAccount],
      [14, letAccountGoOn],
      [2, disconnect],
      [12, payToBank],
      [10, settleAtBank],
    ] as const)
    await act(scene, earner, random)
    await pause(random, 300, 2500)
  }
}

const accountOf = async ({ shop }: Scene, { providerId }: Earner): Promise<string | null> =>
  (
    await shop.deps.db.providerAccount.findFirst({
      where: { providerId },
      orderBy: { createdAt: 'desc' },
      select: { id: true },
    })
  )?.id ?? null

async function openAccount(scene: Scene, earner: Earner, random: Random): Promise<void> {
  const { providerId, call } = earner
  const start = () => insist(scene, call, random, 'payouts.startOnboarding', { providerId })
  const answers = await Promise.all(random.below(3) === 0 ? [start(), start()] : [start()])
  const account = await accountOf(scene, earner)
  if (!answers.some(({ kind }) => kind === 'answer') || account === null) return
  const isWhole = random.below(4) > 0
  await attempt(scene, GROUP, isWhole ? 'account set up' : 'account left half done', () =>
    scene.shop.stripe.onboardAccount({ account, ...(isWhole ? {} : { given: ['company.name'] }) }),
  )
  if (random.below(2) === 0) {
    await insist(scene, call, random, 'payouts.refreshAccount', { providerId })
  }
}

const onAccount =
  (what: string, work: (scene: Scene, account: string, random: Random) => Promise<unknown>) =>
  async (scene: Scene, earner: Earner, random: Random): Promise<void> => {
    const account = await accountOf(scene, earner)
    if (account !== null) await attempt(scene, GROUP, what, () => work(scene, account, random))
  }

const stopAccount = onAccount('account stopped', ({ shop }, account) =>
  shop.stripe.stopAccount({ account, reason: 'under_review' }),
)
const letAccountGoOn = onAccount('account goes on', ({ shop }, account) =>
  shop.stripe.stopAccount({ account, reason: null }),
)
const disconnect = onAccount('account disconnected', ({ shop }, account) =>
  shop.stripe.deauthorizeAccount({ account }),
)
const payToBank = onAccount('paid to the bank', ({ shop }, account, random) =>
  shop.stripe.createBankPayout({ account, currency: random.pick(CURRENCIES).toLowerCase() }),
)

async function settleAtBank(scene: Scene, _earner: Earner, random: Random): Promise<void> {
  const paid = await pickRow<{ id: string }>(
    scene,
    random,
    `select distinct bank_payout_id as id from payouts where bank_payout_id is not null order by 1`,
  )
  if (!paid) return
  const outcome = random.below(4) === 0 ? 'failed' : 'paid'
  await attempt(scene, GROUP, `bank payout ${outcome}`, () =>
    scene.shop.stripe.finishBankPayout({ payout: paid.id, outcome }),
  )
}

/** Pays providers, again and again, while refund promises run out and the platform's balance comes and goes. */
export async function playFinance(scene: Scene, random: Random): Promise<void> {
  while (!scene.isOver()) {
    const act = weighted(random, [
      [40, letPromiseRunOut],
      [30, payProviders],
      [10, tryAgain],
      [6, takeBack],
      [6, emptyBalance],
      [14, fillBalance],
    ] as const)
    await act(scene, random)
    await pause(random, 50, 500)
  }
}

/** Years pass for an order, as far as its refund promise is concerned. */
async function letPromiseRunOut(scene: Scene, random: Random): Promise<void> {
  const order = await pickRow<{ id: string }>(
    scene,
    random,
    `select id from orders where paid_at > now() - interval '1 day' order by id`,
  )
  if (!order) return
  await scene.shop.pool.query(`update orders set paid_at = paid_at - $2::interval where id = $1`, [
    order.id,
    PROMISES,
  ])
  scene.tally.count(GROUP, 'refund promise ran out')
}

async function payProviders(scene: Scene, random: Random): Promise<void> {
  const all = scene.shop.earners.map(({ providerId }) => providerId)
  const providerIds = random.below(3) === 0 ? [random.pick(all)] : all
  const run = () => insist(scene, scene.shop.staff, random, 'payouts.adminRun', { providerIds })
  const answers = await Promise.all(random.below(3) === 0 ? [run(), run()] : [run()])
  if (answers.some(({ kind }) => kind === 'answer')) scene.tally.count(GROUP, 'payouts were run')
}

async function tryAgain(scene: Scene, random: Random): Promise<void> {
  const blocked = await pickRow<{ id: string }>(
    scene,
    random,
    `select id from payouts where state in ('due', 'blocked') order by id`,
  )
  if (!blocked) return
  const input = { payoutId: blocked.id }
  const answer = await insist(scene, scene.shop.staff, random, 'payouts.adminRetry', input)
  if (answer.kind === 'answer') scene.tally.count(GROUP, 'payout tried again')
}

/** Takes a part of a payout back; sometimes the form is sent twice. */
async function takeBack(scene: Scene, random: Random): Promise<void> {
  const { deps } = scene.shop
  const payout = await pickRow<{ id: string; left: string }>(
    scene,
    random,
    `select id, amount_minor - reversed_minor as left from payouts
     where state in ('sent', 'paid', 'failed') and amount_minor > reversed_minor order by id`,
  )
  if (!payout) return
  const input = {
    payoutId: payout.id,
    requestId: randomUUID(),
    amountMinor: BigInt(1 + random.below(Number(payout.left))),
    reason: 'paid by mistake',
  }
  const take = async () => {
    try {
      const { state } = await reversePayout(deps, { type: 'system', name: 'chaos' }, input)
      return `payout taken back: ${state}`
    } catch (error) {
      return `payout taken back: ${error instanceof Error ? error.message : error}`
    }
  }
  const results = await Promise.all(random.below(3) === 0 ? [take(), take()] : [take()])
  for (const result of results) scene.tally.count(GROUP, result)
}

async function emptyBalance(scene: Scene, random: Random): Promise<void> {
  const currency = random.pick(CURRENCIES).toLowerCase()
  const balance = await scene.shop.deps.stripe.balance.retrieve()
  const amount = balance.available.find((row) => row.currency === currency)?.amount ?? 0
  if (amount <= 0) return
  await attempt(scene, GROUP, 'balance emptied', () =>
    scene.shop.stripe.topUp({ amount: -amount, currency }),
  )
}

async function fillBalance(scene: Scene, random: Random): Promise<void> {
  const currency = random.pick(CURRENCIES).toLowerCase()
  await attempt(scene, GROUP, 'balance filled', () =>
    scene.shop.stripe.topUp({ amount: 5_000_000, currency }),
  )
}
