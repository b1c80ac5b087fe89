import type { Tx } from '@archway/db/client'
import type { z } from 'zod'
import type { Actor } from '../../shared/actor'
import { invalid } from '../../shared/errors'
import { stageMoves } from '../rules/stage-moves'
import type { updateStagesInput } from '../schema/parts'
import { type EditDeps, editGuide } from './edit-guide'

/** Keeps the offerings with their stages; those of a stage that was taken out serve none any more. */
async function moveOfferings(
  tx: Tx,
  guideId: string,
  moves: ReadonlyMap<number, number>,
): Promise<void> {
  const rows = await tx.guideOffering.findMany({
    where: { guideId, stage: { not: null } },
    select: { offeringId: true, section: true, stage: true },
  })
  for (const { offeringId, section, stage } of rows) {
    await tx.guideOffering.update({
      where: { guideId_offeringId_section: { guideId, offeringId, section } },
      data: { stage: (stage === null ? null : moves.get(stage)) ?? null },
    })
  }
}

/**
 * Replaces the stages of a guide's path; the offerings of a stage move with it. Throws
 * `stage-unknown` beside what every edit of a guide throws.
 */
export const updateStages = (
  deps: EditDeps,
  actor: Actor,
  { stages, ...edit }: z.infer<typeof updateStagesInput>,
): Promise<{ version: number }> =>
  editGuide(deps, actor, edit, 'stages', async (tx, guideId) => {
    const count = await tx.guideStage.count({ where: { guideId } })
    const stray = stages.findIndex(({ from }) => from !== null && from >= count)
    if (stray >= 0) throw invalid('stage-unknown', `stages.${stray}.from`)
    await tx.guideStage.deleteMany({ where: { guideId } })
    await tx.guideStage.createMany({
      data: stages.map(({ from: _, ...stage }, position) => ({ ...stage, guideId, position })),
    })
    await moveOfferings(tx, guideId, stageMoves(stages))
  })
