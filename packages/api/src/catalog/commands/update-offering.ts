import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, invalid } from '../../shared/errors'
import { sanitiseHtml } from '../../shared/html'
import { requireChange, unlessNothingChanged } from '../../shared/nothing-changed'
import { enforce } from '../../shared/policy-result'
import { isUniqueViolation } from '../../shared/unique-violation'
import { canCreateOffering, canEditOffering } from '../policy'
import { getPublishFacts } from '../reads/publish-facts'
import { durationBucket } from '../rules/duration'
import { publishBlockersOf } from '../rules/publishing'
import type { UpdateOfferingInput } from '../schema/editing'
import { keepCourses, keepProvider } from './keep-rows'
import { getOfferingSnapshot } from './offering-snapshot'
import { replaceParts } from './replace-parts'
import { requireOffering } from './require-offering'

type Changes = UpdateOfferingInput['changes']

/**
 * Changes an offering. `version` is the one the editor saw: when somebody else has changed it since,
 * nothing is changed and the answer is a conflict. Lists are replaced as a whole; prices are not edited
 * but end and begin. What is public cannot be changed into something that may not be. HTML is sanitised.
 * What is there already leaves no trace.
 */
export async function updateOffering(
  deps: Deps,
  actor: Actor,
  { offeringId, version, changes }: UpdateOfferingInput,
): Promise<{ version: number }> {
  const change = deps.db.$transaction(async (tx) => {
    const head = await requireOffering(tx, offeringId)
    enforce(canEditOffering(actor, head))
    if (changes.providerId !== undefined) enforce(canCreateOffering(actor, changes.providerId))
    await requireUsable(tx, head.kind, changes)
    const isPublic = head.status === 'published' || head.status === 'scheduled'
    const blockersBefore = isPublic ? await blockersOf(tx, offeringId) : []
    const before = await getOfferingSnapshot(tx, offeringId)
    const { count } = await tx.offering
      .updateMany({
        where: { id: offeringId, version, status: head.status },
        data: { ...columnsOf(changes), version: { increment: 1 }, updatedAt: deps.clock.now() },
      })
      .catch(refuseTakenSlug)
    if (count !== 1) throw conflict('changed-meanwhile')
    await replaceParts(tx, offeringId, changes, deps.clock.now())
    const after = await getOfferingSnapshot(tx, offeringId)
    requireChange(before, after)
    if (isPublic) {
      await keepCourses(tx, offeringId)
      const added = (await blockersOf(tx, offeringId)).filter(
        (blocker) => !blockersBefore.includes(blocker),
      )
      if (added[0]) {
        throw new DomainError('precondition', 'publish-blocked', { blockers: added.join(',') })
      }
    }
    const keys = Object.keys(changes)
    await recordAudit(tx, actor, {
      action: 'offering.update',
      entityType: 'offering',
      entityId: offeringId,
      before: pick(before, keys),
      after: pick(after, keys),
    })
    return { providerIds: [head.providerId, changes.providerId ?? head.providerId] }
  })
  const result = await unlessNothingChanged(change)
  if (result === null) return { version }
  deps.expireTags([
    cacheTags.catalog,
    cacheTags.offering(offeringId),
    ...new Set(result.providerIds.map(cacheTags.provider)),
  ])
  return { version: version + 1 }
}

/** The unique key of slugs is the last word, also when two want one at the same moment. */
function refuseTakenSlug(error: unknown): never {
  throw isUniqueViolation(error) ? invalid('slug-taken', 'slug') : error
}

async function blockersOf(tx: Tx, offeringId: string) {
  const facts = await getPublishFacts(tx, offeringId)
  return facts === null ? [] : publishBlockersOf(facts)
}

const pick = (snapshot: Record<string, unknown>, keys: readonly string[]) =>
  Object.fromEntries(keys.filter((key) => key in snapshot).map((key) => [key, snapshot[key]]))

/** Refuses, in the field's name, what points at nothing or belongs to somebody else. */
async function requireUsable(tx: Tx, kind: string, changes: Changes) {
  const missing = async (
    field: 'topicIds' | 'skillIds' | 'people' | 'programCourseIds',
    ids: readonly string[] | undefined,
    count: (ids: string[]) => Promise<number>,
  ) => {
    if (ids === undefined || ids.length === 0) return
    const unique = [...new Set(ids)]
    if ((await count(unique)) !== unique.length) throw invalid('unknown-reference', field)
  }
  if (changes.providerId !== undefined && !(await keepProvider(tx, changes.providerId))) {
    throw invalid('unknown-reference', 'providerId')
  }
  await missing('topicIds', changes.topicIds, (ids) =>
    tx.topic.count({ where: { id: { in: ids } } }),
  )
  await missing('skillIds', changes.skillIds, (ids) =>
    tx.skill.count({ where: { id: { in: ids } } }),
  )
  await missing(
    'people',
    changes.people?.map(({ personId }) => personId),
    (ids) => tx.person.count({ where: { id: { in: ids } } }),
  )
  if (changes.programCourseIds !== undefined && changes.programCourseIds.length > 0) {
    if (kind !== 'program') throw invalid('only-programs', 'programCourseIds')
    await missing('programCourseIds', changes.programCourseIds, (ids) =>
      tx.offering.count({ where: { id: { in: ids }, kind: 'course' } }),
    )
  }
}

function columnsOf(changes: Changes) {
  const { duration } = changes
  return {
    slug: changes.slug,
    title: changes.title,
    summary: changes.summary,
    descriptionHtml:
      changes.descriptionHtml === undefined ? undefined : sanitiseHtml(changes.descriptionHtml),
    level: changes.level,
    providerId: changes.providerId,
    workloadHours: changes.workloadHours,
    hoursPerWeek: changes.hoursPerWeek,
    imageKey: changes.imageKey,
    externalUrl: changes.externalUrl,
    sourceUrl: changes.sourceUrl,
    verifiedOn: changes.verifiedOn,
    ...(duration === undefined
      ? {}
      : {
          durationMin: duration?.min ?? null,
          durationMax: duration?.max ?? null,
          durationUnit: duration?.unit ?? null,
          durationBucket: duration === null ? null : durationBucket(duration),
        }),
  }
}
