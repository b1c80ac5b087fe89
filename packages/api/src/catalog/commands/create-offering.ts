import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { invalid } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { slugify } from '../../shared/slug'
import { canCreateOffering } from '../policy'
import type { createOfferingInput } from '../schema/editing'

/**
 * Creates a draft. Its slug is made from the title, with a number when that one is taken; a slug that
 * was asked for by name and is taken is refused. Each call creates one.
 */
export async function createOffering(
  deps: Deps,
  actor: Actor,
  input: z.output<typeof createOfferingInput>,
): Promise<{ offeringId: string; slug: string }> {
  enforce(canCreateOffering(actor, input.providerId))
  const base = input.slug ?? (slugify(input.title) || input.kind)
  return await deps.db.$transaction(async (tx) => {
    const provider = await tx.provider.findUnique({
      where: { id: input.providerId },
      select: { id: true },
    })
    if (provider === null) throw invalid('unknown-provider', 'providerId')
    for (let number = 1; ; number++) {
      const slug = number === 1 ? base : `${base.slice(0, 74).replace(/-+$/, '')}-${number}`
      const [row] = await tx.offering.createManyAndReturn({
        data: [
          {
            slug,
            kind: input.kind,
            origin: input.origin,
            providerId: input.providerId,
            title: input.title,
            level: input.level,
            createdAt: deps.clock.now(),
          },
        ],
        skipDuplicates: true,
        select: { id: true },
      })
      if (row) {
        await recordAudit(tx, actor, {
          action: 'offering.create',
          entityType: 'offering',
          entityId: row.id,
          after: { ...input, slug },
        })
        return { offeringId: row.id, slug }
      }
      if (input.slug !== undefined || number > 1000) throw invalid('slug-taken', 'slug')
    }
  })
}
