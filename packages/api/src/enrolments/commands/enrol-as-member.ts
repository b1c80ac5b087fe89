import { recountPrograms } from '../../learning/commands/recount-programs'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError, forbidden, notFound } from '../../shared/errors'
import { coverFields, hasAccess } from '../reads/access'
import { isOpenToMembers } from '../rules'
import { ensureEnrolments } from './ensure-enrolment'

/**
 * Gives somebody whose membership opens a course or program their place in it; a program with its
 * courses. No grant is made: access is the membership's, and ends with it, while the place and its
 * progress stay. Safe to repeat and to run at once. Throws `not_found`, `precondition` (`not-for-sale`)
 * for what can no longer be begun, `forbidden` without access.
 */
export async function enrolAsMember(
  deps: Deps,
  actor: Actor,
  { offeringId }: { offeringId: string },
): Promise<{ slug: string; kind: 'course' | 'program' }> {
  if (actor.type !== 'member') throw new DomainError('unauthenticated', 'sign-in-required')
  const now = deps.clock.now()
  return await deps.db.$transaction(async (tx) => {
    const offering = await tx.offering.findUnique({
      where: { id: offeringId },
      select: {
        slug: true,
        ...coverFields,
        programCourses: { select: { courseId: true }, orderBy: { position: 'asc' } },
      },
    })
    if (!offering || !isOpenToMembers(offering)) throw notFound('offering')
    if (offering.status !== 'published') throw new DomainError('precondition', 'not-for-sale')
    if (!(await hasAccess(tx, actor.userId, offeringId, now))) throw forbidden('access-missing')
    const courseIds = offering.programCourses.map(({ courseId }) => courseId)
    await ensureEnrolments(tx, actor.userId, [offeringId, ...courseIds], now)
    if (offering.kind === 'program') await recountPrograms(tx, deps, actor.userId, [offeringId])
    return { slug: offering.slug, kind: offering.kind === 'program' ? 'program' : 'course' }
  })
}
