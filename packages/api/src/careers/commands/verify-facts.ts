import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canEditGuides } from '../policy'
import type { verifyFactsInput } from '../schema/facts'

/**
 * Notes that the sources of some facts were read again and still say the same: all of them, or none
 * when one is missing (NOT_FOUND). What they state stays. Those that have these days already are left
 * alone, so it is safe to repeat.
 */
export async function verifyFacts(
  { db, expireTags }: Pick<Deps, 'db' | 'expireTags'>,
  actor: Actor,
  { keys, verifiedOn, reviewBy }: z.infer<typeof verifyFactsInput>,
): Promise<{ count: number }> {
  enforce(canEditGuides(actor))
  const count = await db.$transaction(async (tx) => {
    // In one order, so that two of these at once wait for each other and never block each other.
    await tx.$queryRaw`select 1 from facts where key = any(${keys}) order by key for update`
    const rows = await tx.fact.findMany({
      where: { key: { in: keys } },
      orderBy: { key: 'asc' },
      select: { key: true, verifiedOn: true, reviewBy: true },
    })
    if (rows.length !== new Set(keys).size) throw notFound('fact')
    const changed = rows.filter(
      (row) =>
        row.verifiedOn.getTime() !== verifiedOn.getTime() ||
        row.reviewBy.getTime() !== reviewBy.getTime(),
    )
    await tx.fact.updateMany({
      where: { key: { in: changed.map(({ key }) => key) } },
      data: { verifiedOn, reviewBy },
    })
    for (const { key, ...before } of changed) {
      await recordAudit(tx, actor, {
        action: 'fact.verify',
        entityType: 'fact',
        entityId: key,
        before,
        after: { verifiedOn, reviewBy },
      })
    }
    return rows.length
  })
  expireTags([cacheTags.guides])
  return { count }
}
