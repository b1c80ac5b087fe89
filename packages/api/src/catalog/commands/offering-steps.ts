import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Actor, System } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, invalid } from '../../shared/errors'
import { enforce, type PolicyResult } from '../../shared/policy-result'
import { statesBefore } from '../../shared/transition'
import { canPublishOffering, canSubmitOffering } from '../policy'
import { getPublishFacts } from '../reads/publish-facts'
import { publishBlockersOf } from '../rules/publishing'
import type { OfferingStatus } from '../schema/vocabulary'
import { offeringTransitions } from '../states'
import { keepCourses } from './keep-rows'
import { type OfferingHead, requireOffering } from './require-offering'

type StepInput = { offeringId: string; version: number }
export type StepResult = { offeringId: string; status: OfferingStatus; version: number }

type Step = {
  action: string
  to: OfferingStatus
  /** further narrowing of where the step may start */
  from?: readonly OfferingStatus[]
  policy(actor: Actor, offering: OfferingHead): PolicyResult
  data?: Record<string, Date | null>
  reason?: string
  check?(tx: Tx, offering: OfferingHead): Promise<void>
}

/**
 * Takes an offering one step, once: a guarded update on the version that the caller saw, with the
 * offering held, so that steps come one after the other. When it is there already, the same call again
 * answers what is; when it was changed meanwhile or may not go there from where it is, a conflict.
 */
async function takeStep(
  deps: Deps,
  actor: Actor,
  input: StepInput,
  step: Step,
): Promise<StepResult> {
  const { offeringId, version } = input
  const head = await deps.db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from offerings where id = ${offeringId}::uuid for no key update`
    const offering = await requireOffering(tx, offeringId)
    enforce(step.policy(actor, offering))
    if (offering.status === step.to && offering.version === version + 1) return offering
    const from = statesBefore(offeringTransitions, step.to).filter(
      (status) => step.from === undefined || step.from.includes(status),
    )
    if (!from.includes(offering.status)) {
      throw conflict('wrong-state', { status: offering.status })
    }
    // Before what is missing: that may be what the other one took away.
    if (offering.version !== version) throw conflict('changed-meanwhile')
    await step.check?.(tx, offering)
    const { count } = await tx.offering.updateMany({
      where: { id: offeringId, version, status: { in: from } },
      data: {
        ...step.data,
        status: step.to,
        version: { increment: 1 },
        updatedAt: deps.clock.now(),
      },
    })
    if (count !== 1) throw conflict('changed-meanwhile')
    await recordAudit(tx, actor, {
      action: step.action,
      entityType: 'offering',
      entityId: offeringId,
      before: { status: offering.status },
      after: { status: step.to, ...step.data },
      reason: step.reason,
    })
    return { ...offering, version: version + 1, status: step.to }
  })
  deps.expireTags([
    cacheTags.catalog,
    cacheTags.offering(offeringId),
    cacheTags.provider(head.providerId),
  ])
  return { offeringId, status: head.status, version: head.version }
}

/** Throws `publish-blocked` with everything that is missing. A program's courses stay as they are. */
async function requirePublishable(tx: Tx, { id }: { id: string }): Promise<void> {
  await keepCourses(tx, id)
  const facts = await getPublishFacts(tx, id)
  const blockers = facts === null ? [] : publishBlockersOf(facts)
  if (blockers.length > 0) {
    throw new DomainError('precondition', 'publish-blocked', { blockers: blockers.join(',') })
  }
}

/** Hands a draft in for review. */
export const submitOffering = (deps: Deps, actor: Actor, input: StepInput) =>
  takeStep(deps, actor, input, {
    action: 'offering.submit',
    to: 'in_review',
    policy: canSubmitOffering,
  })

/** Takes an offering back to draft: from review (the provider may, too) or from the schedule (staff). */
export const returnToDraft = (deps: Deps, actor: Actor, input: StepInput) =>
  takeStep(deps, actor, input, {
    action: 'offering.return-to-draft',
    to: 'draft',
    from: ['in_review', 'scheduled'],
    policy: (who, offering) =>
      offering.status === 'in_review' ? canSubmitOffering(who, offering) : canPublishOffering(who),
    data: { publishAt: null },
  })

/** Makes an offering public now. */
export const publishOffering = (deps: Deps, actor: Actor, input: StepInput) =>
  takeStep(deps, actor, input, {
    action: 'offering.publish',
    to: 'published',
    policy: canPublishOffering,
    data: { publishedAt: deps.clock.now(), publishAt: null, retiredAt: null },
    check: requirePublishable,
  })

/** Has an offering made public at a later moment, by publishDueOfferings. */
export async function scheduleOffering(
  deps: Deps,
  actor: Actor,
  { publishAt, ...input }: StepInput & { publishAt: Date },
): Promise<StepResult> {
  enforce(canPublishOffering(actor))
  if (publishAt <= deps.clock.now()) throw invalid('not-in-future', 'publishAt')
  return await takeStep(deps, actor, input, {
    action: 'offering.schedule',
    to: 'scheduled',
    policy: canPublishOffering,
    data: { publishAt },
    check: requirePublishable,
  })
}

/** Takes an offering out of the catalogue and out of sale. Who has access keeps it; its page stays. */
export const retireOffering = (
  deps: Deps,
  actor: Actor,
  { reason, ...input }: StepInput & { reason: string },
) =>
  takeStep(deps, actor, input, {
    action: 'offering.retire',
    to: 'retired',
    policy: canPublishOffering,
    data: { retiredAt: deps.clock.now() },
    reason,
    check: requireNoProgram,
  })

/** Makes a retired offering a draft again. */
export const restoreOffering = (deps: Deps, actor: Actor, input: StepInput) =>
  takeStep(deps, actor, input, {
    action: 'offering.restore',
    to: 'draft',
    from: ['retired'],
    policy: canPublishOffering,
    data: { retiredAt: null },
  })

/** A course that a public program sells cannot go; the program goes first. */
async function requireNoProgram(tx: Tx, { id }: { id: string }): Promise<void> {
  const program = await tx.programCourse.findFirst({
    where: { courseId: id, program: { status: 'published', origin: 'own' } },
    select: { program: { select: { title: true } } },
  })
  if (program) {
    throw new DomainError('precondition', 'part-of-program', { title: program.program.title })
  }
}

const scheduler: System = { type: 'system', name: 'publish-schedule' }

/**
 * Publishes every offering whose moment has come; meant to run every minute. One that has become
 * unpublishable goes back to draft, and the audit log says why. Safe to repeat and to run twice at
 * once: each is one guarded step.
 */
export async function publishDueOfferings(
  deps: Deps,
): Promise<{ published: number; refused: number }> {
  const due = await deps.db.offering.findMany({
    where: { status: 'scheduled', publishAt: { lte: deps.clock.now() } },
    orderBy: { publishAt: 'asc' },
    take: 500,
    select: { id: true, version: true },
  })
  let published = 0
  let refused = 0
  for (const { id, version } of due) {
    const input = { offeringId: id, version }
    try {
      await publishOffering(deps, scheduler, input)
      published += 1
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      if (error.kind === 'conflict') continue
      await takeStep(deps, scheduler, input, {
        action: 'offering.schedule-refused',
        to: 'draft',
        from: ['scheduled'],
        policy: canPublishOffering,
        data: { publishAt: null },
        reason: `${error.reason}: ${error.details.blockers ?? ''}`,
      })
      refused += 1
    }
  }
  return { published, refused }
}
