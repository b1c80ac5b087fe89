import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, invalid, notFound } from '../../shared/errors'
import type { RateItemsInput } from '../schema'
import { runningRound } from '../states'

/**
 * Keeps a judge's own ratings of items in the round that runs; again replaces them, until the round is
 * closed. Safe to repeat. Throws `not_found` to everybody but the judges, `conflict`
 * (`panel-round-closed`), and `invalid` for an item that the panel does not rate.
 */
export async function rateItems(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Member,
  { panelId, round, ratings }: RateItemsInput,
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    // Held until the ratings are in: whoever closes the round waits for them.
    await tx.$queryRaw`select 1 from angoff_panels where id = ${panelId}::uuid for share`
    const panel = await tx.angoffPanel.findFirst({
      where: { id: panelId, judges: { some: { userId: actor.userId } } },
      select: { state: true, formId: true },
    })
    if (!panel) throw notFound('panel')
    if (runningRound(panel.state) !== round) throw conflict('panel-round-closed')
    const versionIds = ratings.map((rating) => rating.versionId)
    const rated = await tx.examFormItem.count({
      where: { formId: panel.formId, isScored: true, versionId: { in: versionIds } },
    })
    if (rated !== new Set(versionIds).size) throw invalid('panel-item-unknown', 'ratings')
    const [judgeId, ratedAt] = [actor.userId, deps.clock.now()]
    for (const { versionId, percent } of ratings) {
      const kept = { chance: percent / 100, ratedAt }
      await tx.angoffRating.upsert({
        where: { panelId_judgeId_versionId_round: { panelId, judgeId, versionId, round } },
        create: { panelId, judgeId, versionId, round, ...kept },
        update: kept,
      })
    }
  })
}
