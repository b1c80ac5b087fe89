import { afterAll, beforeAll, expect, test } from 'vitest'
import { memberOf, visitor } from '../testing/actors'
import { classroomsOf } from '../testing/classroom'
import { makeUser } from '../testing/factories'
import { createWorld, type World } from '../testing/world'
import { claimCredential } from './commands/claim-credential'
import { countView } from './commands/count-view'
import { getMyCredentials } from './reads/my-credentials'
import { maxReferrersPerDay } from './rules/views'

let world: World
beforeAll(async () => {
  world = await createWorld({ now: new Date('2026-03-01T22:00:00Z') })
})
afterAll(() => world.close())
const rooms = classroomsOf(() => world)

async function holdOne() {
  const room = await rooms.open()
  await rooms.finish(room)
  const { credentialId } = await claimCredential(world.deps, room.actor, {
    enrolmentId: room.enrolmentId,
    name: 'Ada Example',
  })
  const view = (referrerHost: string, actor: Parameters<typeof countView>[1] = visitor) =>
    countView(world.deps, actor, { credentialId, referrerHost })
  const views = async () => {
    const mine = await getMyCredentials(world.db, room.actor, world.clock.now())
    return mine.credentials.find(({ id }) => id === credentialId)?.views
  }
  return { holder: room.actor, credentialId, view, views }
}

const daySeconds = 86_400

test('views are counted by day and by site, at once too; the holder’s own are not', async () => {
  const { holder, view, views } = await holdOne()
  expect(await views()).toEqual({ total: 0, days: [], referrers: [] })
  await Promise.all([view('jobs.example'), view('jobs.example'), view('')])
  await view('', holder)
  await view('jobs.example', memberOf(await makeUser(world.db)))
  world.clock.advanceSeconds(daySeconds)
  await view('')
  expect(await views()).toEqual({
    total: 5,
    days: [
      { day: new Date('2026-03-02'), count: 1 },
      { day: new Date('2026-03-01'), count: 4 },
    ],
    referrers: [
      { host: 'jobs.example', count: 3 },
      { host: '', count: 2 },
    ],
  })
})

test('days leave the history after a quarter of a year, and the database after a year', async () => {
  const { credentialId, view, views } = await holdOne()
  await view('')
  world.clock.advanceSeconds(90 * daySeconds)
  expect(await views()).toMatchObject({ total: 0 })
  expect(await world.db.credentialView.count({ where: { credentialId } })).toBe(1)
  world.clock.advanceSeconds(276 * daySeconds)
  await view('')
  expect(await world.db.credentialView.count({ where: { credentialId } })).toBe(1)
})

test('made-up sites do not fill the table: beyond some they are counted together', async () => {
  const { credentialId, view, views } = await holdOne()
  for (let n = 0; n < maxReferrersPerDay + 3; n += 1) await view(`site-${n}.example`)
  await view('site-0.example')
  expect(await world.db.credentialView.count({ where: { credentialId } })).toBe(
    maxReferrersPerDay + 1,
  )
  expect((await views())?.referrers.slice(0, 2)).toEqual([
    { host: '', count: 3 },
    { host: 'site-0.example', count: 2 },
  ])
})

test('the database keeps hosts alone: no path, no question, no person', async () => {
  const { view } = await holdOne()
  for (const text of ['jobs.example/applicant/17', 'jobs.example?who=ada', 'ada@jobs.example']) {
    await expect(view(text)).rejects.toThrow(/credential_views_host_check/)
  }
})
