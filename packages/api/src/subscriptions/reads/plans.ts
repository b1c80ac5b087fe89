import type { DbOrTx } from '@archway/db/client'
import { getTaxSettings } from '../../tax/reads/tax-settings'
import { isCollecting } from '../../tax/rules/tax-treatment'
import { firstPaymentTerms } from '../rules/invoice-order'
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

/** What the membership that is for sale costs by the month, in each currency; null when there is none. */
export async function getMonthlyPrices(db: DbOrTx) {
  const membership = await getMembership(db)
  if (membership === null) return null
  const monthly = membership.plans.filter(({ period }) => period === 'per_month')
  return {
    id: membership.id,
    monthly: monthly.map(({ priceId: _, period: __, ...price }) => price),
  }
}

/** What the public page of the membership shows; null when none is for sale. */
export async function getMembershipOffer(db: DbOrTx, now: Date): Promise<MembershipOffer> {
  const membership = await getMembership(db)
  if (!membership || membership.plans.length === 0) return null
  const open = { origin: 'own', status: 'published' } as const
  const [courses, programs, { seller, exclusiveCurrencies }] = await Promise.all([
    db.offering.count({ where: { ...open, kind: 'course' } }),
    db.offering.count({ where: { ...open, kind: 'program' } }),
    getTaxSettings(db, []),
  ])
  const { title, summary, plans } = membership
  return {
    title,
    summary,
    courses,
    programs,
    trialDays,
    refundDays: firstPaymentTerms(false).days,
    currencies: plansByCurrency(plans),
    exclusiveCurrencies: isCollecting(seller.registrations, now) ? exclusiveCurrencies : null,
  }
}
