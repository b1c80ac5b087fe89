import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../../shared/actor'
import { memberOf } from '../../testing/actors'
import { atOnce, timesAtOnce } from '../../testing/at-once'
import { makeCourse, makeOffering, makeUser } from '../../testing/factories'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import { hasAccess } from '../reads/access'
import { applyBulkGrant } from './bulk-grant'
import { enrolFree } from './enrol-free'
import { grantByStaff } from './grant-by-staff'
import { restoreGrant, revokeGrant } from './revoke-grant'

let world: World
let staff: Member
beforeAll(async () => {
  world = await createWorld()
  staff = memberOf(await makeUser(world.db), { roles: ['support'] })
})
afterAll(() => world.close())

const free = [{ currency: 'USD', amountMinor: 0n }]
const grantsOf = (userId: string) =>
  world.db.accessGrant.findMany({ where: { userId }, orderBy: { id: 'asc' } })
const auditOf = async (entityId: string) =>
  (await world.db.auditEntry.findMany({ where: { entityId }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  )

describe('a file of grants', () => {
  async function cohort(size: number) {
    const { offering } = await makeCourse(world.db)
    const people = await Promise.all(Array.from({ length: size }, () => makeUser(world.db)))
    const rows = people.map(({ email }) => `${email},${offering.slug}`)
    const fileOf = (lines: string[]) => ['email,offering', ...lines].join('\n')
    return { offering, people, csv: fileOf(rows), reversed: fileOf(rows.toReversed()) }
  }
  const apply = (requestId: string, csv: string) => () =>
    applyBulkGrant(world.deps, staff, { requestId, csv, reason: 'spring cohort' })
  const liveGrants = (people: { id: string }[]) =>
    world.db.accessGrant.count({ where: { userId: { in: people.map(({ id }) => id) } } })

  test('that is sent several times at once grants once and is written down once', async () => {
    const { people, csv } = await cohort(4)
    const requestId = crypto.randomUUID()
    expect(await timesAtOnce(4, apply(requestId, csv))).toEqual(Array(4).fill('allowed'))
    expect(await liveGrants(people)).toBe(4)
    expect(await auditOf(requestId)).toEqual(['enrolment.bulk-grant'])
    expect(await auditOf(people[0]?.id ?? '')).toEqual(['enrolment.grant'])
  })

  test('and another with the same people at once: the second finds what the first granted', async () => {
    const { people, csv, reversed } = await cohort(6)
    const results = await Promise.all([
      apply(crypto.randomUUID(), csv)(),
      apply(crypto.randomUUID(), reversed)(),
    ])
    expect(results.map(({ granting, already }) => [granting, already]).sort()).toEqual([
      [0, 6],
      [6, 0],
    ])
    expect(await liveGrants(people)).toBe(6)
  })
})

describe('the grants of a program', () => {
  async function enrolled() {
    const courses = [await makeCourse(world.db), await makeCourse(world.db)]
    const program = await makeOffering(world.db, { data: { kind: 'program' }, prices: free })
    await world.db.programCourse.createMany({
      data: courses.map(({ offering }, position) => ({
        programId: program.id,
        courseId: offering.id,
        position,
      })),
    })
    const learner = memberOf(await makeUser(world.db))
    await enrolFree(world.deps, learner, { offeringId: program.id })
    return { program, learner, grants: await grantsOf(learner.userId) }
  }
  const act = (command: typeof revokeGrant | typeof restoreGrant, grantId: string) => () =>
    command(world.deps, staff, { grantId, reason: 'broke the rules' })

  test('fall once when each of them is taken back at once, and come back once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { learner, grants } = await enrolled()
      const all = (command: typeof revokeGrant | typeof restoreGrant) =>
        atOnce(...grants.map(({ id }) => act(command, id)))
      expect(await all(revokeGrant)).toEqual(['allowed', 'grant-not-live', 'grant-not-live'])
      expect((await grantsOf(learner.userId)).map(({ state }) => state)).toEqual(
        Array(3).fill('revoked'),
      )
      expect(await all(restoreGrant)).toEqual(['allowed', 'grant-not-revoked', 'grant-not-revoked'])
      expect(await auditOf(learner.userId)).toEqual(['enrolment.revoke', 'enrolment.restore'])
    }
  })

  test('that are taken back while the learner enrols again stay taken back', async () => {
    const { program, learner, grants } = await enrolled()
    const again = () => enrolFree(world.deps, learner, { offeringId: program.id })
    await Promise.all([refusal(again()), act(revokeGrant, grants[0]?.id ?? '')()])
    expect(await refusal(again())).toBe('access-revoked')
    expect(await hasAccess(world.db, learner.userId, program.id, world.clock.now())).toBe(false)
  })
})

test('one request of staff for two people at once is a grant for each', async () => {
  const { offering } = await makeCourse(world.db)
  const people = [await makeUser(world.db), await makeUser(world.db)]
  const requestId = crypto.randomUUID()
  const grant = ({ email }: { email: string }) =>
    grantByStaff(world.deps, staff, {
      requestId,
      email,
      offeringId: offering.id,
      endsAt: null,
      reason: 'scholarship',
    })
  const results = await Promise.all([...people, ...people].map(grant))
  expect(results.filter(({ isNew }) => isNew)).toHaveLength(2)
  for (const { id } of people) expect(await grantsOf(id)).toHaveLength(1)
})
