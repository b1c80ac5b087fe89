import { previewPlanChange } from '../../payments/commands/preview-plan'
import { type SubscriptionChange, updateSubscriptionParams } from '../../payments/schema'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, notFound } from '../../shared/errors'
import type { TaxNumberStatus } from '../../tax/states'
import { canChangePlan } from '../policy'
import { getMembership } from '../reads/plans'
import { intervalOf, periodOf } from '../rules/invoice-order'
import type { ChangePlanInput, PlanPreview } from '../schema'
import { liveStatuses, type MembershipPeriod } from '../states'
import { changeOwn } from './change-subscription'
import { taxPlan } from './tax-plan'

/** How long what a preview showed can be had. */
export const previewLifetimeMs = 15 * 60_000

type PlanChange = Extract<SubscriptionChange, { kind: 'plan' }>

type Row = {
  stripeSubscriptionId: string | null
  buyerCountry: string | null
  buyerRegion: string | null
  buyerPostalCode: string | null
  taxNumber: string | null
  taxNumberStatus: TaxNumberStatus
  facts: readonly {
    id: string
    itemId: string
    productId: string
    currency: string
    interval: string
  }[]
}

/** The change to the other plan, at its price now with its tax, in the currency that the membership has. */
async function planChange(
  deps: Deps,
  { stripeSubscriptionId, facts, ...buyer }: Row,
  period: MembershipPeriod,
  at: Date,
): Promise<PlanChange> {
  const fact = facts.find(({ id }) => id === stripeSubscriptionId)
  if (!fact) throw notFound('membership')
  if (periodOf(fact.interval) === period) throw conflict('membership-plan-same')
  const membership = await getMembership(deps.db)
  const plan = membership?.plans.find(
    (candidate) => candidate.period === period && candidate.currency === fact.currency,
  )
  if (!plan) throw new DomainError('precondition', 'no-price-in-currency')
  const { taxNumber, taxNumberStatus } = buyer
  const place = {
    country: buyer.buyerCountry,
    region: buyer.buyerRegion,
    postalCode: buyer.buyerPostalCode,
    taxNumber,
    taxNumberStatus,
  }
  const { line } = await taxPlan(deps, plan, place, at)
  return {
    kind: 'plan',
    itemId: fact.itemId,
    productId: fact.productId,
    currency: fact.currency,
    amountMinor: line.grossMinor.toString(),
    interval: intervalOf(period),
    at: at.toISOString(),
  }
}

/** The actor's membership that lives, with what Stripe said of it last. */
async function requireOwn(deps: Pick<Deps, 'db'>, actor: Member) {
  const row = await deps.db.subscription.findFirst({
    where: { userId: actor.userId, status: { in: [...liveStatuses] } },
    select: {
      status: true,
      cancelAt: true,
      stripeSubscriptionId: true,
      buyerCountry: true,
      buyerRegion: true,
      buyerPostalCode: true,
      taxNumber: true,
      taxNumberStatus: true,
      facts: true,
    },
  })
  if (!row) throw notFound('membership')
  return row
}

/**
 * What paying the other way would cost now, as Stripe computes it. Throws `not_found`, `conflict` with the
 * policy's reason, `precondition` without such a price, `unavailable` when Stripe does not answer.
 */
export async function previewPlan(
  deps: Deps,
  actor: Member,
  { period }: { period: MembershipPeriod },
): Promise<PlanPreview> {
  const row = await requireOwn(deps, actor)
  const verdict = canChangePlan(row)
  if (!verdict.ok) throw conflict(verdict.reason)
  // Stripe counts in whole seconds: what is shown must be what is sent.
  const at = new Date(Math.floor(deps.clock.now().getTime() / 1000) * 1000)
  const change = await planChange(deps, row, period, at)
  try {
    const preview = await previewPlanChange(deps, row.stripeSubscriptionId ?? '', change)
    const { currency } = change
    return { at, period, currency, amountMinor: BigInt(change.amountMinor), ...preview }
  } catch (error) {
    deps.logger.error({ err: error }, 'a change of plan could not be previewed')
    throw new DomainError('unavailable', 'payment-service-unavailable')
  }
}

/**
 * Changes how the membership is paid, at what the preview of that moment showed; without the money nothing
 * changes. Throws what `changeOwn` does, and `conflict` (`membership-preview-old`) for a preview that is
 * too old to hold.
 */
export async function changePlan(
  deps: Deps,
  actor: Member,
  { period, at }: ChangePlanInput,
): Promise<void> {
  const age = deps.clock.now().getTime() - at.getTime()
  if (age < -1000 || age > previewLifetimeMs) throw conflict('membership-preview-old')
  const change = await planChange(deps, await requireOwn(deps, actor), period, at)
  await changeOwn(deps, actor, {
    action: 'change-plan',
    may: canChangePlan,
    decide({ commands }) {
      if (isAskedFor(commands, change)) throw conflict('membership-plan-same')
      return change
    },
  })
}

/**
 * Whether the last change of plan was to the same one, a moment ago: it may have been made at Stripe without
 * its news being here, and asked for again it would begin another period.
 */
function isAskedFor(
  commands: readonly { kind: string; state: string; params: unknown }[],
  { interval, at }: PlanChange,
): boolean {
  const changes = commands
    .filter(({ kind, state }) => kind === 'update_subscription' && state !== 'failed')
    .map(({ params }) => updateSubscriptionParams.parse(params).change)
    .filter((change) => change.kind === 'plan')
  const last = changes.at(-1)
  if (last?.interval !== interval) return false
  return Math.abs(Date.parse(at) - Date.parse(last.at)) <= previewLifetimeMs
}
