import type { Tx } from '@archway/db/client'

/** A coupon as the audit log keeps it, before and after a change. Locks it. Null when there is none. */
export async function readCouponSnapshot(tx: Tx, couponId: string) {
  await tx.$queryRaw`select 1 from coupons where id = ${couponId}::uuid for update`
  const coupon = await tx.coupon.findUnique({
    where: { id: couponId },
    select: {
      name: true,
      kind: true,
      percentBps: true,
      amounts: {
        select: { currency: true, amountMinor: true, minimumMinor: true },
        orderBy: { currency: 'asc' },
      },
      scope: true,
      offerings: { select: { offering: { select: { slug: true } } } },
      providers: { select: { provider: { select: { slug: true } } } },
      topics: { select: { topic: { select: { slug: true } } } },
      isFirstOrderOnly: true,
      isCombinable: true,
      perPersonLimit: true,
      totalLimit: true,
      startsAt: true,
      endsAt: true,
      endedAt: true,
      ownerProviderId: true,
      updatedAt: true,
      reservedCount: true,
      redeemedCount: true,
    },
  })
  if (!coupon) return null
  const { offerings, providers, topics, updatedAt, reservedCount, redeemedCount, ...terms } = coupon
  const scopeSlugs = [
    ...offerings.map((row) => row.offering.slug),
    ...providers.map((row) => row.provider.slug),
    ...topics.map((row) => row.topic.slug),
  ].sort()
  return { terms: { ...terms, scopeSlugs }, updatedAt, taken: reservedCount + redeemedCount }
}
