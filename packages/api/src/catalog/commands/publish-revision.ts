import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canPublishOffering } from '../policy'
import { lessonProblems } from '../rules/publishing'
import type { publishRevisionInput } from '../schema/content'
import { lockCourse, requireDraft } from './draft-revision'

/**
 * Publishes the draft of a course's content: from now on it never changes, and new learners get it.
 * Those who have begun stay on theirs and are offered the change with `changeNote`. Refused with the
 * lessons that are not finished, and as a conflict when the draft is not the one that was seen: nobody
 * publishes what somebody else has just written. A second call finds no draft: a conflict, nothing more.
 */
export async function publishRevision(
  deps: Deps,
  actor: Actor,
  { offeringId, revisionId, version, changeNote }: z.output<typeof publishRevisionInput>,
): Promise<{ revisionId: string; number: number }> {
  enforce(canPublishOffering(actor))
  const draft = await deps.db.$transaction(async (tx) => {
    await lockCourse(tx, actor, offeringId)
    const revision = await requireDraft(tx, offeringId, revisionId)
    if (revision.version !== version) throw conflict('changed-meanwhile')
    const lessons = await tx.lesson.findMany({
      where: { revisionId: revision.id },
      orderBy: [{ module: { position: 'asc' } }, { position: 'asc' }],
      select: {
        key: true,
        kind: true,
        bodyHtml: true,
        videoKey: true,
        videoSeconds: true,
        fileKey: true,
        _count: { select: { questions: true } },
      },
    })
    if (lessons.length === 0) throw new DomainError('precondition', 'content-missing')
    const [problem] = lessonProblems(
      lessons.map(({ _count, ...lesson }) => ({ ...lesson, questions: _count.questions })),
    )
    if (problem) {
      throw new DomainError('precondition', 'lesson-not-finished', {
        lesson: problem.lessonKey,
        problem: problem.reason,
      })
    }
    const now = deps.clock.now()
    await tx.courseRevision.update({
      where: { id: revision.id },
      data: { status: 'published', publishedAt: now, changeNote },
    })
    await tx.offering.update({
      where: { id: offeringId },
      data: { currentRevisionId: revision.id, updatedAt: now },
    })
    await recordAudit(tx, actor, {
      action: 'course.publish-revision',
      entityType: 'offering',
      entityId: offeringId,
      after: { revision: revision.number, changeNote, lessons: lessons.length },
    })
    return revision
  })
  deps.expireTags([cacheTags.catalog, cacheTags.offering(offeringId)])
  return { revisionId: draft.id, number: draft.number }
}
