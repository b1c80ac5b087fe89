import { randomUUID } from 'node:crypto'
import { applyGrants } from '@archway/api/enrolments/commands/apply-grants'
import type { Member } from '@archway/api/shared/actor'
import { addPeople, type Person } from '../../people/add-people'
import { signIn } from '../../people/sign-in'
import { oncePerSite } from './work'

/** As many people as there are clients at most, so that they do not wait for each other's rows. */
const LEARNERS = 64

/** A person as the product sees them once they are signed in. */
export const memberOf = ({ userId, email }: Person): Member => ({
  type: 'member',
  userId,
  sessionId: randomUUID(),
  email,
  name: null,
  isEmailVerified: true,
  locale: 'en',
  timeZone: 'UTC',
  roles: [],
  providerIds: [],
  ipAddress: null,
})

export type Learner = Person & { cookie: string; enrolmentId: string; lessonKey: string }

/** People who are enrolled in a course with a video and signed in. */
export const learners = oncePerSite(async (context): Promise<Learner[]> => {
  const { site } = context
  const { rows } = await site.pool.query<{ offeringId: string; lessonKey: string }>(
    `select o.id as "offeringId", l.key as "lessonKey"
     from offerings o join lessons l on l.revision_id = o.current_revision_id
     where l.kind = 'video' and o.status = 'published' and o.kind = 'course'
     order by o.slug, l.position limit 1`,
  )
  const video = rows[0]
  if (!video) throw new Error('The demo has no course with a video.')
  const found: Learner[] = []
  for (const person of await addPeople(site.pool, 'learner', LEARNERS)) {
    await site.deps.db.$transaction((tx) =>
      applyGrants(tx, site.deps, {
        userId: person.userId,
        offeringId: video.offeringId,
        sourceType: 'staff',
        sourceId: randomUUID(),
        state: 'active',
      }),
    )
    const enrolment = await site.deps.db.enrolment.findFirstOrThrow({
      where: { userId: person.userId },
      select: { id: true },
    })
    // So many people do not sign in from one place within a quarter of an hour: the limit is not the work.
    await site.pool.query('delete from rate_limits')
    const cookie = await signIn(site.url, person.email)
    found.push({ ...person, cookie, enrolmentId: enrolment.id, lessonKey: video.lessonKey })
  }
  return found
})
