import type { Tx } from '@archway/db/client'
import type { z } from 'zod'
import type { Actor } from '../../shared/actor'
import { invalid } from '../../shared/errors'
import type { updateNeighboursInput } from '../schema/parts'
import { type EditDeps, editGuide } from './edit-guide'

type Input = z.infer<typeof updateNeighboursInput>

async function requireKnown(tx: Tx, rows: Input['neighbours']): Promise<void> {
  const slugs = rows.flatMap(({ slug }) => slug ?? [])
  const keys = rows.flatMap(({ payFactKey }) => payFactKey ?? [])
  const guides = await tx.careerGuide.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true },
  })
  const facts = await tx.fact.findMany({ where: { key: { in: keys } }, select: { key: true } })
  for (const [index, { slug, payFactKey }] of rows.entries()) {
    if (slug !== null && !guides.some((guide) => guide.slug === slug)) {
      throw invalid('guide-unknown', `neighbours.${index}.slug`, { slug })
    }
    if (payFactKey !== null && !facts.some((fact) => fact.key === payFactKey)) {
      throw invalid('fact-unknown', `neighbours.${index}.payFactKey`, { key: payFactKey })
    }
  }
}

/**
 * Replaces the roles that a guide is compared with. Throws `guide-unknown` and `fact-unknown` beside
 * what every edit of a guide throws.
 */
export const updateNeighbours = (
  deps: EditDeps,
  actor: Actor,
  { neighbours, ...edit }: Input,
): Promise<{ version: number }> =>
  editGuide(deps, actor, edit, 'neighbours', async (tx, guideId) => {
    await requireKnown(tx, neighbours)
    await tx.guideNeighbour.deleteMany({ where: { guideId } })
    await tx.guideNeighbour.createMany({
      data: neighbours.map((row, position) => ({ ...row, guideId, position })),
    })
  })
