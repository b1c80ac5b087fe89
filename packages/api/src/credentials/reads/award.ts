import type { DbOrTx } from '@archway/db/client'
import { hasAccess } from '../../enrolments/reads/access'
import { DomainError, notFound } from '../../shared/errors'
import type { Award } from '../schema'
import type { EarnedAward } from './earned-award'
import { requirePass } from './passed-exam'

const kindOf = { course_completion: 'course', program_completion: 'program' } as const

const criteria = {
  course: (provider: string) =>
    `All required lessons of the course were completed and each of its quizzes was passed. The course is taught by ${provider}.`,
  program: (provider: string, courses: readonly string[]) =>
    `Every course of the program was completed: ${courses.join('; ')}. The program is taught by ${provider}.`,
}

/**
 * What somebody has earned. Throws as `requireCompletion` and `requirePass` do.
 */
export async function requireEarnedAward(
  db: DbOrTx,
  { cause, causeId }: Award,
  now: Date,
): Promise<EarnedAward> {
  if (cause === 'exam_pass') return await requirePass(db, causeId)
  return await requireCompletion(db, { cause, causeId }, now)
}

/**
 * What somebody has earned by completing a course or program of our own. Throws `not_found` for an unknown
 * one, and `precondition` while it is not completed (`not-completed`), without access at this moment
 * (`access-missing`), or before the holder has said which name shall stand on it (`credential-name-unconfirmed`).
 */
async function requireCompletion(
  db: DbOrTx,
  award: { cause: keyof typeof kindOf; causeId: string },
  now: Date,
): Promise<EarnedAward> {
  const kind = kindOf[award.cause]
  const enrolment = await db.enrolment.findFirst({
    where: { id: award.causeId, offering: { kind, origin: 'own' } },
    select: {
      userId: true,
      completedAt: true,
      user: { select: { email: true, credentialName: true } },
      offering: {
        select: {
          id: true,
          title: true,
          summary: true,
          provider: { select: { id: true, slug: true, name: true } },
          languages: { select: { language: true }, orderBy: { position: 'asc' }, take: 1 },
          skills: { select: { skill: { select: { name: true } } } },
          programCourses: {
            select: { course: { select: { title: true } } },
            orderBy: { position: 'asc' },
          },
        },
      },
    },
  })
  if (!enrolment) throw notFound('enrolment')
  const { offering, user, completedAt } = enrolment
  if (!completedAt) throw new DomainError('precondition', 'not-completed')
  if (!(await hasAccess(db, enrolment.userId, offering.id, now))) {
    throw new DomainError('precondition', 'access-missing')
  }
  if (user.credentialName === null) {
    throw new DomainError('precondition', 'credential-name-unconfirmed')
  }
  const courses = offering.programCourses.map(({ course }) => course.title)
  return {
    ...award,
    userId: enrolment.userId,
    name: user.credentialName,
    email: user.email,
    provider: offering.provider,
    offeringId: offering.id,
    awardedAt: completedAt,
    validFrom: now,
    validUntil: null,
    scaledScore: null,
    content: {
      kind,
      name: offering.title,
      description: offering.summary || offering.title,
      language: offering.languages[0]?.language ?? 'en',
      criteria: criteria[kind](offering.provider.name, courses),
      skills: offering.skills.map(({ skill }) => skill.name).sort(),
    },
  }
}
