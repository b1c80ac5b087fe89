import { identifyOrderBuyer } from '../../orders/commands/identify-order-buyer'
import {
  currentWaiverVersion,
  hasRightOfWithdrawal,
  withdrawalDays,
} from '../../payments/rules/withdrawal'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import type { IdentifiedBuyer } from '../../tax/commands/identify-buyer'
import { getMembership } from '../reads/plans'
import { firstPaymentTerms } from '../rules/invoice-order'
import { type Plan, trialDaysFor } from '../rules/plans'
import type { MembershipQuote, QuoteMembershipInput } from '../schema'
import { taxPlan } from './tax-plan'

/** What starting a membership depends on beside what its buyer is shown. */
export type QuotedMembership = {
  offeringId: string
  plan: Plan
  buyer: IdentifiedBuyer
  quote: MembershipQuote
}

/**
 * What a plan costs this member each time, with its tax, where they say to be; how long it is tried for;
 * what they are promised, and what they give up for access at once. Throws `not_found` without such a
 * plan, and what `askStripeTax` does.
 */
export async function quoteMembership(
  deps: Deps,
  actor: Member,
  { period, currency, buyer: said }: QuoteMembershipInput,
): Promise<QuotedMembership> {
  const now = deps.clock.now()
  const membership = await getMembership(deps.db)
  const plan = membership?.plans.find(
    (candidate) => candidate.period === period && candidate.currency === currency,
  )
  if (!membership || !plan) throw notFound('membership')
  const [buyer, earlier] = await Promise.all([
    identifyOrderBuyer(deps, actor, said),
    deps.db.subscription.findMany({
      where: { userId: actor.userId },
      select: { status: true },
    }),
  ])
  const { line, quoted } = await taxPlan(deps, plan, buyer, now)
  const hasWithdrawal = hasRightOfWithdrawal(buyer)
  return {
    offeringId: membership.id,
    plan,
    buyer,
    quote: {
      title: membership.title,
      period,
      currency,
      trialDays: trialDaysFor(earlier),
      netMinor: line.netMinor,
      taxMinor: line.taxMinor,
      totalMinor: line.grossMinor,
      tax: quoted,
      refundDays: firstPaymentTerms(hasWithdrawal).days,
      withdrawal: hasWithdrawal
        ? { days: withdrawalDays, waiverVersion: currentWaiverVersion }
        : null,
    },
  }
}
