import type { DbOrTx } from '@archway/db/client'
import { notFound } from '../../shared/errors'
import { standingOf } from '../rules/standing'

/** Everything that the page of a coupon shows, and what it took off so far per currency. */
export async function requireAdminCoupon(db: DbOrTx, couponId: string, now: Date) {
  const [found, sums] = await Promise.all([
    db.coupon.findUnique({
      where: { id: couponId },
      include: {
        amounts: {
          select: { currency: true, amountMinor: true, minimumMinor: true },
          orderBy: { currency: 'asc' },
        },
        ownerProvider: { select: { id: true, name: true } },
        offerings: { select: { offering: { select: { id: true, title: true } } } },
        providers: { select: { provider: { select: { id: true, name: true } } } },
        topics: { select: { topic: { select: { id: true, name: true } } } },
        codes: {
          where: { isSingleUse: false },
          orderBy: { createdAt: 'asc' },
          select: { code: true },
        },
        _count: { select: { codes: { where: { isSingleUse: true } } } },
      },
    }),
    db.couponRedemption.groupBy({
      by: ['currency'],
      where: { couponId, state: 'redeemed' },
      _sum: { amountMinor: true },
      _count: true,
      orderBy: { currency: 'asc' },
    }),
  ])
  if (found === null) throw notFound('coupon')
  const { offerings, providers, topics, codes, _count, ...coupon } = found
  return {
    ...coupon,
    standing: standingOf(coupon, now),
    /** what it is for, in the reader's words */
    scopeItems: [
      ...offerings.map(({ offering }) => ({ id: offering.id, label: offering.title })),
      ...providers.map(({ provider }) => ({ id: provider.id, label: provider.name })),
      ...topics.map(({ topic }) => ({ id: topic.id, label: topic.name })),
    ],
    codes: codes.map(({ code }) => code),
    singleUseCodes: _count.codes,
    given: sums.map((sum) => ({
      currency: sum.currency,
      count: sum._count,
      amountMinor: sum._sum.amountMinor ?? 0n,
    })),
  }
}
