import type { DbOrTx } from '@archway/db/client'
import { programProgress } from '../rules/progress'

/**
 * How much of each offering a person has done, in whole percent: what is counted for a course, and for a
 * program what its courses add up to, whether or not the person is enrolled in the program. What was
 * never begun is 0, and so is all of what nobody has claimed yet.
 */
export async function getProgressByOffering(
  db: DbOrTx,
  userId: string | null,
  offeringIds: readonly string[],
): Promise<Map<string, number>> {
  if (userId === null) return new Map()
  const enrolments = {
    where: { userId },
    select: { progressPercent: true, completedAt: true },
  } as const
  const offerings = await db.offering.findMany({
    where: { id: { in: [...offeringIds] } },
    select: {
      id: true,
      enrolments,
      programCourses: { select: { course: { select: { enrolments } } } },
    },
  })
  return new Map(
    offerings.map(({ id, enrolments: [own], programCourses }) => {
      if (programCourses.length === 0) return [id, own?.progressPercent ?? 0]
      const courses = programCourses.map(
        ({
          course: {
            enrolments: [place],
          },
        }) => ({
          percent: place?.progressPercent ?? 0,
          isCompleted: (place?.completedAt ?? null) !== null,
        }),
      )
      return [id, programProgress(courses).percent]
    }),
  )
}
