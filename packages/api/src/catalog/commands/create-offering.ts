import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { invalid } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canCreateOffering } from '../policy'
import type { createOfferingInput } from '../schema/editing'
import { insertWithFreeSlug } from './free-slug'
import { keepProvider } from './keep-rows'

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
  return await deps.db.$transaction(async (tx) => {
    if (!(await keepProvider(tx, input.providerId))) {
      throw invalid('unknown-provider', 'providerId')
    }
    const insert = async (slug: string) => {
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
        select: { id: true, slug: true },
      })
      return row ?? null
    }
    const created =
      input.slug === undefined
        ? await insertWithFreeSlug(input.title, input.kind, insert)
        : await insert(input.slug)
    if (created === null) throw invalid('slug-taken', 'slug')
    const { id, slug } = created
    await recordAudit(tx, actor, {
      action: 'offering.create',
      entityType: 'offering',
      entityId: id,
      after: { ...input, slug },
    })
    return { offeringId: id, slug }
  })
}
