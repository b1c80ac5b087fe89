import type { DbOrTx } from '@archway/db/client'
import { coverFields, grantsOf, membershipGrants } from '../../enrolments/reads/access'
import { accessReasons, isOpenToMembers } from '../../enrolments/rules'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canLearn } from '../policy'
import { isVideoWatched } from '../rules/progress'
import type { ProgressOutput, VideoPositionsInput } from '../schema'
import { lockPlace, patience } from './place'
import { recount } from './recount'

type Position = { lessonKey: string; positionSeconds: number; watchedSeconds: number }

/** One position per lesson, in whole seconds within the video: the last place, the farthest point. */
function gather(positions: readonly Position[], lengths: ReadonlyMap<string, number>): Position[] {
  const byKey = new Map<string, Position>()
  for (const { lessonKey, positionSeconds, watchedSeconds } of positions) {
    const length = lengths.get(lessonKey)
    if (length === undefined) continue
    byKey.set(lessonKey, {
      lessonKey,
      positionSeconds: Math.min(Math.floor(positionSeconds), length),
      watchedSeconds: Math.max(
        Math.min(Math.floor(watchedSeconds), length),
        byKey.get(lessonKey)?.watchedSeconds ?? 0,
      ),
    })
  }
  return [...byKey.values()]
}

/** One statement for all positions; what was watched only grows. */
async function upsert(db: DbOrTx, enrolmentId: string, positions: readonly Position[], now: Date) {
  await db.$executeRaw`
    insert into lesson_progress as known
      (enrolment_id, lesson_key, opened_at, position_seconds, watched_seconds, updated_at)
    select ${enrolmentId}::uuid, key, ${now}::timestamptz, position, watched, ${now}::timestamptz
    from unnest(
      ${positions.map((row) => row.lessonKey)}::text[],
      ${positions.map((row) => row.positionSeconds)}::int[],
      ${positions.map((row) => row.watchedSeconds)}::int[]) as saved (key, position, watched)
    on conflict (enrolment_id, lesson_key) do update set
      position_seconds = excluded.position_seconds,
      watched_seconds = greatest(known.watched_seconds, excluded.watched_seconds),
      updated_at = excluded.updated_at`
}

/**
 * Saves where videos were left and how far they were played, for several lessons at once (a player
 * that was offline sends what it gathered). One upsert, unless a video is watched to the end by it:
 * then the lesson is complete and the course is counted anew in the same transaction. Lessons that
 * are no videos of the learner's revision are left out. Safe to repeat and in any order as far as
 * progress goes. Throws `not_found` when nothing is left or the enrolment is somebody else's,
 * `forbidden` without access.
 */
export async function saveVideoPositions(
  deps: Pick<Deps, 'db' | 'clock' | 'appUrl'>,
  actor: Member,
  input: VideoPositionsInput,
): Promise<{ saved: number; progress: ProgressOutput | null }> {
  const now = deps.clock.now()
  // Players say how far they are every few seconds: all that there is to know in one statement.
  const enrolment = await deps.db.enrolment.findFirst({
    where: { id: input.enrolmentId, userId: actor.userId },
    select: {
      revision: {
        select: {
          lessons: {
            where: {
              kind: 'video',
              key: { in: input.positions.map((position) => position.lessonKey) },
            },
            select: { key: true, videoSeconds: true },
          },
        },
      },
      offering: { select: { ...coverFields, grants: grantsOf(actor.userId) } },
      user: { select: { grants: membershipGrants } },
    },
  })
  if (!enrolment?.revision) throw notFound('enrolment')
  const { offering, user } = enrolment
  const grants = [...offering.grants, ...(isOpenToMembers(offering) ? user.grants : [])]
  enforce(canLearn(accessReasons(grants, now)))
  const { lessons } = enrolment.revision
  const lengths = new Map(lessons.map((lesson) => [lesson.key, lesson.videoSeconds ?? 0]))
  const positions = gather(input.positions, lengths)
  if (positions.length === 0) throw notFound('lesson')
  const finished = positions
    .filter((position) =>
      isVideoWatched(position.watchedSeconds, lengths.get(position.lessonKey) ?? 0),
    )
    .map((position) => position.lessonKey)
  if (finished.length === 0) {
    await upsert(deps.db, input.enrolmentId, positions, now)
    return { saved: positions.length, progress: null }
  }
  return await deps.db.$transaction(async (tx) => {
    const place = await lockPlace(tx, actor, input.enrolmentId, now)
    await upsert(tx, input.enrolmentId, positions, now)
    const { count } = await tx.lessonProgress.updateMany({
      where: { enrolmentId: place.enrolmentId, lessonKey: { in: finished }, completedAt: null },
      data: { completedAt: now },
    })
    return {
      saved: positions.length,
      progress: count > 0 ? await recount(tx, deps, place) : null,
    }
  }, patience)
}
