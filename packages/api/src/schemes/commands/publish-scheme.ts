import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canEditScheme } from '../policy'
import type { PublishSchemeInput } from '../schema/publish'

/**
 * Publishes the next version of a certification's rules; the versions before it stay what they were, and with them
 * the exams that were sat under them. Two people who start from the same version: the second is told
 * (`changed-meanwhile`). Throws `not_found` for what is no certification and `precondition` when nothing is new.
 * Returns the number of the version.
 */
export async function publishScheme(
  deps: Deps,
  actor: Actor,
  { slug, version, document, reason }: PublishSchemeInput,
): Promise<{ version: number }> {
  const offeringId = await deps.db.$transaction(async (tx) => {
    const offering = await tx.offering.findFirst({
      where: { slug, kind: 'certification' },
      select: { id: true, origin: true },
    })
    if (!offering) throw notFound('certification')
    enforce(canEditScheme(actor, offering))
    await tx.$queryRaw`select 1 from offerings where id = ${offering.id}::uuid for update`
    const last = await tx.schemeVersion.findFirst({
      where: { offeringId: offering.id },
      orderBy: { number: 'desc' },
    })
    if ((last?.number ?? 0) !== version) throw conflict('changed-meanwhile')
    const isSame = last !== null && canonical(last.document) === canonical(document)
    if (isSame) throw new DomainError('precondition', 'nothing-changed')
    await tx.schemeVersion.create({
      data: {
        offeringId: offering.id,
        number: version + 1,
        document,
        publishedAt: deps.clock.now(),
      },
    })
    await recordAudit(tx, actor, {
      action: 'scheme.publish',
      entityType: 'offering',
      entityId: offering.id,
      before: last?.document,
      after: document,
      reason,
    })
    return offering.id
  })
  deps.expireTags([cacheTags.offering(offeringId), cacheTags.catalog])
  return { version: version + 1 }
}

/** The same text for the same content, in whatever order its keys came: JSONB keeps none. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  )
}
