import type { DbOrTx } from '@archway/db/client'
import { listCards } from '../../catalog/reads/offering-cards'
import type { GuideOffering } from '../schema/guide'

type Row = Omit<GuideOffering, 'offering' | 'isWithdrawn' | 'retiresOn'> & { offeringId: string }

/** A day in a fact's text ("2026-03-31"), or null when it holds something else. */
const toDay = (value: string | undefined): Date | null =>
  value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null

/** A guide's offerings as cards, in the given order. What is not public (yet) is left out. */
export async function listGuideOfferings(
  db: DbOrTx,
  rows: readonly Row[],
): Promise<GuideOffering[]> {
  const ids = [...new Set(rows.map((row) => row.offeringId))]
  const [cards, states] = await Promise.all([
    listCards(db, ids),
    db.offering.findMany({
      where: { id: { in: ids }, status: { in: ['published', 'retired'] } },
      select: {
        id: true,
        status: true,
        facts: { where: { key: 'retires_on' }, select: { value: true } },
      },
    }),
  ])
  const cardOf = new Map(cards.map((card) => [card.id, card]))
  const stateOf = new Map(states.map((state) => [state.id, state]))
  return rows.flatMap(({ offeringId, ...row }) => {
    const offering = cardOf.get(offeringId)
    const state = stateOf.get(offeringId)
    if (!offering || !state) return []
    return {
      ...row,
      offering,
      isWithdrawn: state.status === 'retired',
      retiresOn: toDay(state.facts[0]?.value),
    }
  })
}
