import type { DbOrTx } from '@archway/db/client'
import { type Plan, plansByCurrency, trialDays } from '../rules/plans'
import type { MembershipOffer } from '../schema'
import type { MembershipPeriod } from '../states'

/** The membership that is for sale, with its prices in force; null when there is none. */
export async function getMembership(db: DbOrTx) {
  const offering = await db.offering.findFirst({
    where: { kind: 'membership', origin: 'own', status: 'published' },
    orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      title: true,
      summary: true,
      descriptionHtml: true,
      prices: {
        where: { validTo: null, period: { in: ['per_month', 'per_year'] } },
        select: { id: true, period: true, currency: true, amountMinor: true },
      },
    },
  })
  if (!offering) return null
  const { prices, ...rest } = offering
  const plans = prices.map(
    ({ id, period, ...price }): Plan => ({
      priceId: id,
      period: period as MembershipPeriod,
      ...price,
    }),
  )
  return { ...rest, plans }
}

/** What the public page of the membership shows; null when none is for sale. */
export async function getMembershipOffer(db: DbOrTx): Promise<MembershipOffer> {
  const membership = await getMembership(db)
  if (!membership || membership.plans.length === 0) return null
  const open = { origin: 'own', status: 'published' } as const
  const [courses, programs] = await Promise.all([
    db.offering.count({ where: { ...open, kind: 'course' } }),
    db.offering.count({ where: { ...open, kind: 'program' } }),
  ])
  const { title, summary, descriptionHtml, plans } = membership
  return {
    title,
    summary,
    descriptionHtml,
    courses,
    programs,
    trialDays,
    currencies: plansByCurrency(plans),
  }
}
