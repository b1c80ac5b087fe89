import type { DbOrTx } from '@archway/db/client'
import type { Actor } from '../../shared/actor'
import { can } from '../../shared/permissions'
import { rowsOf } from '../rules/plan-prices'
import { trialDays } from '../rules/plans'
import { liveStatuses, type MembershipPeriod } from '../states'

/**
 * The membership as staff prices it: what it says, costs and has cost, and how many live memberships began
 * at each price. `membership` is null while there is none. The one on sale comes before others.
 */
export async function getAdminPlans(db: DbOrTx, actor: Actor) {
  const offerings = await db.offering.findMany({
    where: { kind: 'membership', origin: 'own' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      version: true,
      status: true,
      title: true,
      summary: true,
      provider: { select: { name: true } },
      prices: {
        where: { period: { in: ['per_month', 'per_year'] } },
        orderBy: [{ validFrom: 'desc' }, { currency: 'asc' }, { period: 'asc' }],
        select: {
          id: true,
          currency: true,
          period: true,
          amountMinor: true,
          validFrom: true,
          validTo: true,
          _count: { select: { subscriptions: { where: { status: { in: [...liveStatuses] } } } } },
        },
      },
    },
  })
  const offering = offerings.find(({ status }) => status === 'published') ?? offerings[0]
  const mayEdit = can(actor, 'plan.edit')
  if (!offering) return { membership: null, trialDays, mayEdit }
  const prices = offering.prices.map(({ _count, period, ...price }) => ({
    ...price,
    period: period as MembershipPeriod,
    members: _count.subscriptions,
  }))
  const { id, version, status, title, summary, provider } = offering
  return {
    membership: {
      id,
      version,
      title,
      summary,
      providerName: provider.name,
      isOnSale: status === 'published',
      rows: rowsOf(prices.filter(({ validTo }) => validTo === null)),
      prices,
    },
    trialDays,
    mayEdit,
  }
}
