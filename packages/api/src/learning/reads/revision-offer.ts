import type { DbOrTx } from '@archway/db/client'
import { courseProgress } from '../rules/progress'
import { type ComparedLesson, type RevisionDiff, revisionDiff } from '../rules/revision-diff'
import { getFacts, getLessonsByRevision } from './facts'

/** A newer edition that a learner may move to, with exactly what moving would do. */
export type RevisionOffer = {
  revisionId: string
  number: number
  changeNote: string
  publishedAt: Date | null
  diff: RevisionDiff
  /** progress now and after moving, 0 to 100 */
  percentNow: number
  percentAfter: number
}

/** Lessons with a hash over everything that they teach or ask; contents stay in the database. */
async function getCompared(db: DbOrTx, revisionId: string): Promise<ComparedLesson[]> {
  return await db.$queryRaw<ComparedLesson[]>`
    select l.key, l.title, md5(concat_ws(E'\n', l.kind, l.body_html, l.video_key, l.captions_key,
      l.file_key, l.pass_percent, l.is_required, (
        select string_agg(concat_ws(E'\n', q.kind, q.prompt_html, q.explanation_html, (
          select string_agg(concat_ws(':', o.is_correct, o.text), E'\n' order by o.position)
          from quiz_options o where o.question_id = q.id)), E'\n' order by q.position)
        from quiz_questions q where q.lesson_id = l.id))) as fingerprint
    from lessons l join course_modules m on m.id = l.module_id
    where l.revision_id = ${revisionId}::uuid
    order by m.position, l.position, l.key`
}

/**
 * The offer to move from one revision to the course's current one. The percentages come from the very
 * function that moving will use.
 */
export async function getRevisionOffer(
  db: DbOrTx,
  place: { enrolmentId: string; revisionId: string; currentRevisionId: string },
): Promise<RevisionOffer> {
  const [revision, from, to, lessons, facts] = await Promise.all([
    db.courseRevision.findUniqueOrThrow({
      where: { id: place.currentRevisionId },
      select: { id: true, number: true, changeNote: true, publishedAt: true },
    }),
    getCompared(db, place.revisionId),
    getCompared(db, place.currentRevisionId),
    getLessonsByRevision(db, [place.revisionId, place.currentRevisionId]),
    getFacts(db, place.enrolmentId),
  ])
  const percentOn = (revisionId: string) =>
    courseProgress(lessons.get(revisionId) ?? [], facts).percent
  return {
    revisionId: revision.id,
    number: revision.number,
    changeNote: revision.changeNote,
    publishedAt: revision.publishedAt,
    diff: revisionDiff(from, to),
    percentNow: percentOn(place.revisionId),
    percentAfter: percentOn(place.currentRevisionId),
  }
}
