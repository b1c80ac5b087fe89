import type { z } from 'zod'
import type { Actor } from '../../shared/actor'
import { invalid } from '../../shared/errors'
import type { updateOfferingsInput } from '../schema/parts'
import { type EditDeps, editGuide } from './edit-guide'

/**
 * Replaces the offerings that lead to a role. Drafts may be among them; readers see them once they are
 * public. Throws `offering-unknown` and `stage-unknown` beside what every edit of a guide throws.
 */
export const updateOfferings = (
  deps: EditDeps,
  actor: Actor,
  { offerings, ...edit }: z.infer<typeof updateOfferingsInput>,
): Promise<{ version: number }> =>
  editGuide(deps, actor, edit, 'offerings', async (tx, guideId) => {
    const rows = await tx.offering.findMany({
      where: { id: { in: offerings.map(({ offeringId }) => offeringId) } },
      select: { id: true },
    })
    const stageCount = await tx.guideStage.count({ where: { guideId } })
    const known = new Set(rows.map(({ id }) => id))
    for (const [index, { offeringId, stage }] of offerings.entries()) {
      if (!known.has(offeringId)) throw invalid('offering-unknown', `offerings.${index}.offeringId`)
      if (stage !== null && stage >= stageCount) {
        throw invalid('stage-unknown', `offerings.${index}.stage`)
      }
    }
    await tx.guideOffering.deleteMany({ where: { guideId } })
    await tx.guideOffering.createMany({
      data: offerings.map((row, position) => ({ ...row, guideId, position })),
    })
  })
