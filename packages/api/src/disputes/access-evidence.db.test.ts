import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimSeat } from '../seats/commands/claim-seat'
import { releaseSeat } from '../seats/commands/manage-seat'
import { makeSeatLink } from '../seats/commands/seat-link'
import { makeMember, makePool } from '../testing/seats'
import { createWorld, type World } from '../testing/world'
import { getAccessEvidence } from './reads/access-evidence'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

test('what the holder of a seat did is evidence, without who they are', async () => {
  const { pool, owner, line, offering } = await makePool(world)
  const { url } = await makeSeatLink(world.deps, owner, { poolId: pool.id })
  const learner = await makeMember(world)
  const token = new URL(url).searchParams.get('token') ?? ''
  await claimSeat(world.deps, learner, { token, sharesProgress: false })
  await world.db.enrolment.updateMany({
    where: { userId: learner.userId, offeringId: offering.id },
    data: { progressPercent: 60 },
  })
  const seat = await world.db.seatAssignment.findFirstOrThrow({ where: { poolId: pool.id } })
  await releaseSeat(world.deps, owner, { assignmentId: seat.id })
  const found = await getAccessEvidence(world.db, { userId: owner.userId, lines: [line] })
  expect(found).toMatchObject({
    access: [{ title: offering.title, by: { seat: 1 }, progressPercent: 60 }],
    handedOver: [{ by: { seat: 1 }, claimedAt: expect.any(Date), releasedAt: expect.any(Date) }],
  })
  expect(JSON.stringify(found)).not.toContain(learner.email)
  expect(await getAccessEvidence(world.db, { userId: null, lines: [line] })).toEqual({
    access: [],
    handedOver: [],
  })
})
