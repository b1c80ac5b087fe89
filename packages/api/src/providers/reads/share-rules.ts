import type { DbOrTx } from '@archway/db/client'

export type ShareTerms = {
  providerId: string
  provider: string
  /** where no rule holds */
  usualBps: number
  rules: {
    id: string
    offeringId: string | null
    offering: string | null
    isOwnCoupon: boolean
    shareBps: number
    validFrom: Date
    validTo: Date | null
    standing: 'holds' | 'later' | 'ended'
  }[]
}

/** What shares of sales were agreed with providers, the newest rules first, ended ones included. */
export async function listShareTerms(
  db: DbOrTx,
  providerIds: readonly string[],
  now: Date,
): Promise<ShareTerms[]> {
  const rows = await db.provider.findMany({
    where: { id: { in: [...providerIds] } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      shareBps: true,
      shareRules: {
        orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
        take: 100,
        include: { offering: { select: { title: true } } },
      },
    },
  })
  return rows.map(({ id, name, shareBps, shareRules }) => ({
    providerId: id,
    provider: name,
    usualBps: shareBps,
    rules: shareRules.map(({ offering, ...rule }) => ({
      id: rule.id,
      offeringId: rule.offeringId,
      offering: offering?.title ?? null,
      isOwnCoupon: rule.isOwnCoupon,
      shareBps: rule.shareBps,
      validFrom: rule.validFrom,
      validTo: rule.validTo,
      standing:
        rule.validTo && rule.validTo <= now ? 'ended' : rule.validFrom > now ? 'later' : 'holds',
    })),
  }))
}
