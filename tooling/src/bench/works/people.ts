import { randomUUID } from 'node:crypto'
import { applyGrants } from '@archway/api/enrolments/commands/apply-grants'
import type { Member } from '@archway/api/shared/actor'
import { oncePerSite, type WorkContext } from './work'

const DEMO_LEARNER = 'learner@archway.test'
const DEMO_PASSWORD = 'archway-demo-1'
/** As many people as there are clients at most, so that they do not wait for each other's rows. */
const LEARNERS = 64

export type Person = { userId: string; email: string }

/** Adds accounts with the password of the demo, confirmed. */
export async function addPeople(
  { site }: WorkContext,
  label: string,
  count: number,
): Promise<Person[]> {
  const { rows } = await site.pool.query<{ id: string; email: string }>(
    `insert into users (id, email, name, email_verified, password_hash, updated_at)
     select gen_random_uuid(), $1 || '-' || n || '@archway.test', 'Bench ' || n, now(),
       (select password_hash from users where email = $2), now()
     from generate_series(1, $3::int) n returning id, email`,
    [label, DEMO_LEARNER, count],
  )
  return rows.map(({ id, email }) => ({ userId: id, email }))
}

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

const cookiesOf = (response: Response) =>
  response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')

/** Signs in as the form does. Returns the cookies to send along. Throws when nobody was let in. */
export async function signIn(url: string, email: string): Promise<string> {
  const first = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await first.json()) as { csrfToken: string }
  const response = await fetch(`${url}/api/auth/callback/password`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: cookiesOf(first).join('; '),
    },
    body: new URLSearchParams({ csrfToken, email, password: DEMO_PASSWORD }),
  })
  const cookies = cookiesOf(response).filter((cookie) => cookie.includes('session-token'))
  if (cookies.length === 0) throw new Error(`${email} could not sign in (${response.status})`)
  return cookies.join('; ')
}

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
  for (const person of await addPeople(context, 'learner', LEARNERS)) {
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
