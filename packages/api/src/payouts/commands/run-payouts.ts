import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { enforce } from '../../shared/policy-result'
import { canSendPayouts } from '../policy'
import { getPayoutPlan, type PayoutPlan } from '../reads/payout-plan'
import { mailBlockedPayout } from './payout-mails'
import { requestTransfer } from './request-transfer'

type RunDeps = Pick<Deps, 'db' | 'clock' | 'livemode' | 'appUrl'>

export type PayoutRun = { sent: string[]; blocked: string[] }

/**
 * Does what the plan says at this moment, for all providers or some. Each provider is locked and planned
 * anew in a transaction of its own, so runs at once, or one that is repeated, pay nobody twice; were the
 * lock not there, the database would refuse the second payout of an entry. Payouts become commands, which
 * the worker sends; what is blocked is written down with its reason and told to the provider. One that
 * cannot be planned keeps nobody else from being paid: it throws in the end. Returns the ids of payouts that
 * are on their way and of those that are blocked.
 */
export async function runPayouts(
  deps: RunDeps,
  actor: Actor,
  providerIds: readonly string[] | null = null,
): Promise<PayoutRun> {
  enforce(canSendPayouts(actor))
  const plans = await getPayoutPlan(deps.db, deps.livemode, providerIds, deps.clock.now())
  const ids = [...new Set(plans.map((plan) => plan.providerId))]
  return await payProviders(
    deps,
    actor,
    ids.map((providerId) => ({ providerId })),
  )
}

/** Whom to pay: in all currencies, or the payout alone that is open already. */
type Payee = { providerId: string; payoutId?: string }

/** Does what the plan says for each; throws in the end when some could not be paid. */
export async function payProviders(
  deps: RunDeps,
  actor: Actor,
  payees: readonly Payee[],
): Promise<PayoutRun> {
  const run: PayoutRun = { sent: [], blocked: [] }
  const failures: unknown[] = []
  for (const payee of payees) {
    const paying = deps.db.$transaction((tx) => payUnderLock(tx, deps, actor, payee), {
      timeout: 30_000,
      maxWait: 10_000,
    })
    const done = await paying.catch((error: unknown) => {
      failures.push(error)
      return null
    })
    run.sent.push(...(done?.sent ?? []))
    run.blocked.push(...(done?.blocked ?? []))
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some providers could not be paid')
  return run
}

async function payUnderLock(
  tx: Tx,
  deps: RunDeps,
  actor: Actor,
  { providerId, payoutId }: Payee,
): Promise<PayoutRun> {
  const run: PayoutRun = { sent: [], blocked: [] }
  await tx.$queryRaw`select 1 from providers where id = ${providerId}::uuid for no key update`
  const plans = await getPayoutPlan(tx, deps.livemode, [providerId], deps.clock.now())
  for (const plan of plans) {
    if (payoutId !== undefined && plan.openPayoutId !== payoutId) continue
    if (plan.verdict === 'waiting') continue
    if (plan.verdict === 'pay' && plan.accountId) {
      const payout = await writePayout(tx, deps, plan, 'due')
      const now = deps.clock.now()
      await requestTransfer(tx, payout, plan.accountId, { requestedBy: memberId(actor), now })
      run.sent.push(payout.id)
      await recordRun(tx, actor, plan, payout.id)
    } else if (plan.verdict === 'blocked') {
      const payout = await writePayout(tx, deps, plan, 'blocked')
      run.blocked.push(payout.id)
      await mailBlockedPayout(tx, deps, { ...payout, providerId, reason: plan.reason })
    } else if (plan.openPayoutId) {
      // What it was made of has been taken back meanwhile.
      await tx.payoutLine.deleteMany({ where: { payoutId: plan.openPayoutId } })
      await tx.payout.update({
        where: { id: plan.openPayoutId },
        data: { state: 'cancelled', reason: null },
      })
    }
  }
  return run
}

const memberId = (actor: Actor) => (actor.type === 'member' ? actor.userId : null)

const recordRun = (tx: Tx, actor: Actor, plan: PayoutPlan, payoutId: string) =>
  recordAudit(tx, actor, {
    action: 'payout.send',
    entityType: 'payout',
    entityId: payoutId,
    after: {
      provider: plan.provider,
      currency: plan.currency,
      amountMinor: plan.amountMinor.toString(),
    },
  })

/** A new payout, or the blocked one made anew. */
async function writePayout(
  tx: Tx,
  { livemode, clock }: RunDeps,
  plan: PayoutPlan,
  state: 'due' | 'blocked',
) {
  const { providerId, currency, amountMinor, reason, accountId, entries, openPayoutId } = plan
  const [first, last] = [entries[0], entries.at(-1)]
  if (!first || !last) throw new Error('a payout consists of something')
  const data = {
    amountMinor,
    state,
    reason,
    accountId: state === 'due' ? accountId : null,
    periodFrom: first.occurredAt,
    periodTo: last.occurredAt,
  }
  if (openPayoutId) await tx.payoutLine.deleteMany({ where: { payoutId: openPayoutId } })
  const payout = openPayoutId
    ? await tx.payout.update({ where: { id: openPayoutId }, data })
    : await tx.payout.create({
        data: { ...data, providerId, currency, livemode, createdAt: clock.now() },
      })
  await tx.payoutLine.createMany({
    data: entries.map((entry) => ({
      payoutId: payout.id,
      ledgerEntryId: entry.id,
      amountMinor: entry.amountMinor,
    })),
  })
  return payout
}
