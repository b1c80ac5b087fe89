import type { Tx } from '@archway/db/client'
import type { Deps } from '../../shared/deps'
import { programProgress } from '../rules/progress'
import { writeProgress } from './write-progress'

/**
 * Counts programs of a person anew, those in which there is an enrolment, from what is written for their
 * courses. Locked in one order by everybody. Safe to repeat.
 */
export async function recountPrograms(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  userId: string,
  programIds: readonly string[],
): Promise<void> {
  const programs = await tx.$queryRaw<{ id: string; offeringId: string }[]>`
    select id, offering_id as "offeringId" from enrolments
    where user_id = ${userId}::uuid and offering_id = any(${[...programIds]}::uuid[])
    order by id for no key update`
  for (const program of programs) {
    const courses = await tx.programCourse.findMany({
      where: { programId: program.offeringId },
      select: {
        course: {
          select: {
            enrolments: {
              where: { userId },
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
    await writeProgress(tx, deps, { enrolmentId: program.id, ...counted })
  }
}
