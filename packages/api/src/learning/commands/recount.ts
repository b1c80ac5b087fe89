import type { Tx } from '@archway/db/client'
import { requestMail } from '../../notifications/commands'
import { learnLink } from '../../notifications/site-links'
import type { Deps } from '../../shared/deps'
import { getFacts, getLessons } from '../reads/facts'
import { courseProgress, programProgress } from '../rules/progress'
import type { ProgressOutput } from '../schema'
import type { Place } from './place'

type Completion = { enrolmentId: string; percent: number; isCompleted: boolean }

/**
 * Writes a counted progress down. Completion is noted once and never taken back, and its mail is
 * requested with it. Returns when it was completed, and whether by this very call.
 */
async function write(
  tx: Tx,
  { clock, appUrl }: Pick<Deps, 'clock' | 'appUrl'>,
  { enrolmentId, percent, isCompleted }: Completion,
): Promise<{ completedAt: Date | null; isJustCompleted: boolean }> {
  const now = clock.now()
  const enrolment = await tx.enrolment.update({
    where: { id: enrolmentId },
    data: { progressPercent: percent, lastActivityAt: now },
    select: {
      completedAt: true,
      user: { select: { email: true, name: true } },
      offering: { select: { kind: true, slug: true, title: true } },
    },
  })
  if (!isCompleted || enrolment.completedAt !== null) {
    return { completedAt: enrolment.completedAt, isJustCompleted: false }
  }
  await tx.enrolment.update({ where: { id: enrolmentId }, data: { completedAt: now } })
  await requestMail(tx, {
    key: `course-completed:${enrolmentId}`,
    template: 'course-completed',
    recipient: enrolment.user.email,
    params: {
      name: enrolment.user.name,
      title: enrolment.offering.title,
      learnUrl: learnLink(appUrl, enrolment.offering),
    },
  })
  return { completedAt: now, isJustCompleted: true }
}

/** The person's programs that contain the course, counted anew. Locked in one order by everybody. */
async function recountPrograms(tx: Tx, deps: Pick<Deps, 'clock' | 'appUrl'>, place: Place) {
  const programs = await tx.$queryRaw<{ id: string; offeringId: string }[]>`
    select e.id, e.offering_id as "offeringId"
    from enrolments e join program_courses p on p.program_id = e.offering_id
    where p.course_id = ${place.offeringId}::uuid and e.user_id = ${place.userId}::uuid
    order by e.id for no key update of e`
  for (const program of programs) {
    const courses = await tx.programCourse.findMany({
      where: { programId: program.offeringId },
      select: {
        course: {
          select: {
            enrolments: {
              where: { userId: place.userId },
              select: { progressPercent: true, completedAt: true },
            },
          },
        },
      },
    })
    const counted = programProgress(
      courses.map(({ course: { enrolments } }) => ({
        percent: enrolments[0]?.progressPercent ?? 0,
        isCompleted: (enrolments[0]?.completedAt ?? null) !== null,
      })),
    )
    await write(tx, deps, { enrolmentId: program.id, ...counted })
  }
}

/**
 * Counts the course anew from what is recorded and writes it down, then the programs that it belongs
 * to. The place is locked by the caller (`lockPlace`), so the last of several transactions sees all
 * facts. Safe to repeat: the same facts give the same row, one completion and one mail.
 */
export async function recount(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  place: Place,
): Promise<ProgressOutput> {
  const lessons = await getLessons(tx, place.revisionId)
  const progress = courseProgress(lessons, await getFacts(tx, place.enrolmentId))
  const { completedAt, isJustCompleted } = await write(tx, deps, {
    enrolmentId: place.enrolmentId,
    ...progress,
  })
  await recountPrograms(tx, deps, place)
  return {
    percent: progress.percent,
    isCompleted: progress.isCompleted,
    completedAt,
    isJustCompleted,
    nextLessonKey: progress.nextKey,
  }
}
