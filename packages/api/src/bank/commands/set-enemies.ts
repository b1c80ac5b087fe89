import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { invalid } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canWriteItem } from '../policy'
import type { SetEnemiesInput } from '../schema/writing'
import { lockItem } from './lock-item'

/** A pair as the database keeps it: the smaller id first. */
const pairOf = (one: string, other: string) =>
  one < other ? { itemAId: one, itemBId: other } : { itemAId: other, itemBId: one }

/**
 * Says which items may not be on one form with this one; the list replaces the one before. Forms that are
 * made already keep what they hold. Throws `enemy-of-other-exam`. Safe to repeat.
 */
export async function setEnemies(
  deps: Deps,
  actor: Member,
  { itemId, enemyIds }: SetEnemiesInput,
): Promise<void> {
  enforce(canWriteItem(actor))
  const wanted = [...new Set(enemyIds)]
  await deps.db.$transaction(async (tx) => {
    const item = await lockItem(tx, actor, itemId)
    const known = await tx.item.findMany({
      where: { id: { in: wanted, not: itemId }, offeringId: item.offeringId },
      select: { id: true },
    })
    if (known.length !== wanted.length) throw invalid('enemy-of-other-exam', 'enemyIds')
    const before = await tx.itemEnemy.findMany({
      where: { OR: [{ itemAId: itemId }, { itemBId: itemId }] },
    })
    const beforeIds = before.map(({ itemAId, itemBId }) => (itemAId === itemId ? itemBId : itemAId))
    const gone = before.filter((_, index) => !wanted.includes(beforeIds[index] ?? ''))
    const added = wanted.filter((id) => !beforeIds.includes(id))
    if (gone.length === 0 && added.length === 0) return
    for (const pair of gone) await tx.itemEnemy.delete({ where: { itemAId_itemBId: pair } })
    await tx.itemEnemy.createMany({
      data: added.map((id) => pairOf(itemId, id)),
      skipDuplicates: true,
    })
    await recordAudit(tx, actor, {
      action: 'item.enemies',
      entityType: 'item',
      entityId: itemId,
      before: { enemies: beforeIds },
      after: { enemies: wanted },
    })
  })
}
