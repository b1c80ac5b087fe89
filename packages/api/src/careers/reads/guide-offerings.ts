import type { DbOrTx } from '@archway/db/client'
import { listCards } from '../../catalog/reads/offering-cards'
import type { GuideOffering } from '../schema/guide'

type Row = Omit<GuideOffering, 'offering'> & { offeringId: string }

/** A guide's offerings as cards, in the given order. What is not public (yet) is left out. */
export async function listGuideOfferings(
  db: DbOrTx,
  rows: readonly Row[],
): Promise<GuideOffering[]> {
  const ids = [...new Set(rows.map((row) => row.offeringId))]
  const [cards, publicOnes] = await Promise.all([
    listCards(db, ids),
    db.offering.findMany({
      where: { id: { in: ids }, status: { in: ['published', 'retired'] } },
      select: { id: true },
    }),
  ])
  const isPublic = new Set(publicOnes.map(({ id }) => id))
  const cardOf = new Map(cards.map((card) => [card.id, card]))
  return rows.flatMap(({ offeringId, ...row }) => {
    const offering = cardOf.get(offeringId)
    return offering && isPublic.has(offeringId) ? { ...row, offering } : []
  })
}
