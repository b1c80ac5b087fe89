import type { DbOrTx } from '@archway/db/client'
import type { RatedItem, Rating } from '../rules/angoff'

/** The scored items of a panel's form in their order, with the most that each can earn. */
export async function listRatedItems(db: DbOrTx, panelId: string): Promise<RatedItem[]> {
  const rows = await db.examFormItem.findMany({
    where: { isScored: true, form: { panels: { some: { id: panelId } } } },
    orderBy: { position: 'asc' },
    select: { versionId: true, version: { select: { points: true } } },
  })
  return rows.map(({ versionId, version }) => ({ versionId, points: version.points }))
}

/** Everybody's ratings of one round. Not for judges while it runs. */
export async function listRatings(db: DbOrTx, panelId: string, round: 1 | 2): Promise<Rating[]> {
  const rows = await db.angoffRating.findMany({
    where: { panelId, round },
    select: { judgeId: true, versionId: true, chance: true },
  })
  return rows.map((row) => ({ ...row, chance: row.chance.toNumber() }))
}
