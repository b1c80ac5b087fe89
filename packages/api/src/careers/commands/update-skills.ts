import type { z } from 'zod'
import type { Actor } from '../../shared/actor'
import { invalid } from '../../shared/errors'
import type { updateSkillsInput } from '../schema/parts'
import { type EditDeps, editGuide } from './edit-guide'

/**
 * Replaces the skills that a role asks for, with their levels. Throws `skill-unknown` beside what
 * every edit of a guide throws.
 */
export const updateSkills = (
  deps: EditDeps,
  actor: Actor,
  { skills, ...edit }: z.infer<typeof updateSkillsInput>,
): Promise<{ version: number }> =>
  editGuide(deps, actor, edit, 'skills', async (tx, guideId) => {
    const rows = await tx.skill.findMany({
      where: { id: { in: skills.map(({ skillId }) => skillId) } },
      select: { id: true },
    })
    const known = new Set(rows.map(({ id }) => id))
    const stray = skills.findIndex(({ skillId }) => !known.has(skillId))
    if (stray >= 0) throw invalid('skill-unknown', `skills.${stray}.skillId`)
    await tx.guideSkill.deleteMany({ where: { guideId } })
    await tx.guideSkill.createMany({
      data: skills.map((row, position) => ({ ...row, guideId, position })),
    })
  })
