import { afterAll, beforeAll, expect, test } from 'vitest'
import { classroomsOf } from '../testing/classroom'
import { makeLearner } from '../testing/learners'
import { refusal } from '../testing/refusal'
import { createWorld, type World } from '../testing/world'
import { claimCredential } from './commands/claim-credential'
import { onAwardEarned } from './jobs'
import { listCredentialed } from './reads/issued-for'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
const rooms = classroomsOf(() => world)

const jobsFor = async (enrolmentId: string) => {
  const rows = await world.db.$queryRaw<{ key: string }[]>`
    select key from graphile_worker.jobs where key = ${`award:${enrolmentId}`}`
  return rows.length
}

test('the name is asked for once, and what was earned before follows', async () => {
  const room = await rooms.open()
  await rooms.finish(room)
  const award = { cause: 'course_completion', causeId: room.enrolmentId } as const
  expect(await jobsFor(room.enrolmentId)).toBe(1)
  await onAwardEarned(world.deps, award)
  expect(await world.db.credential.count({ where: { userId: room.actor.userId } })).toBe(0)

  const input = { enrolmentId: room.enrolmentId, name: 'Ada B. Example' }
  const claimed = await claimCredential(world.deps, room.actor, input)
  const again = await claimCredential(world.deps, room.actor, { ...input, name: 'Somebody Else' })
  expect(again).toEqual(claimed)
  const kept = await world.db.credential.findUniqueOrThrow({ where: { id: claimed.credentialId } })
  expect(kept.subjectName).toBe('Ada B. Example')
  expect(kept.document).toContain('Ada B. Example')

  await onAwardEarned(world.deps, award)
  expect(await world.db.credential.count({ where: { userId: room.actor.userId } })).toBe(1)
})

test('nobody claims what somebody else has earned', async () => {
  const room = await rooms.open()
  await rooms.finish(room)
  const other = await makeLearner(world.db, room.offering.id, world.clock.now())
  const claim = claimCredential(world.deps, other.actor, {
    enrolmentId: room.enrolmentId,
    name: 'Eve Example',
  })
  expect(await refusal(claim)).toBe('not-found')
})

test('the promise of refunds hears of credentials that were issued after the payment', async () => {
  const room = await rooms.open()
  await rooms.finish(room)
  const ids = [room.offering.id]
  const paidAt = world.clock.now()
  const listed = () => listCredentialed(world.db, room.actor.userId, ids, paidAt)
  expect(await listed()).toEqual(new Set())
  await claimCredential(world.deps, room.actor, { enrolmentId: room.enrolmentId, name: 'Ada Ex' })
  expect(await listed()).toEqual(new Set(ids))
  const later = new Date(paidAt.getTime() + 1000)
  expect(await listCredentialed(world.db, room.actor.userId, ids, later)).toEqual(new Set())
  expect(await listCredentialed(world.db, null, ids, paidAt)).toEqual(new Set())
})
