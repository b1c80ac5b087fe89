import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canEditGuides } from '../policy'
import type { createGuideInput } from '../schema/editing'

/** Starts a draft. Throws `slug-taken`, so a repeated call makes no second guide. */
export async function createGuide(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  input: z.infer<typeof createGuideInput>,
): Promise<{ version: number }> {
  enforce(canEditGuides(actor))
  return await db.$transaction(async (tx) => {
    const { count } = await tx.careerGuide.createMany({ data: [input], skipDuplicates: true })
    if (count === 0) throw conflict('slug-taken', { slug: input.slug })
    await recordAudit(tx, actor, {
      action: 'guide.create',
      entityType: 'guide',
      entityId: input.slug,
      after: input,
    })
    return { version: 1 }
  })
}
