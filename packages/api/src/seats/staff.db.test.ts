import { afterAll, beforeAll, expect, test } from 'vitest'
import { memberOf } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { makeMember, makePool } from '../testing/seats'
import { createWorld, type World } from '../testing/world'
import { createCaller } from '../trpc/root'
import { claimSeat } from './commands/claim-seat'
import { inviteToSeats } from './commands/invite-to-seats'
import { makeSeatLink } from './commands/seat-link'
import { requireAdminSeatPool } from './reads/admin-seat-pool'
import { listAdminSeatPools } from './reads/admin-seat-pools'
import { adminPoolsInput } from './schema'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const staff = async (role: 'support' | 'finance' | 'exam_board') =>
  memberOf(await makeUser(world.db), { roles: [role] })

const listed = async (input: object) =>
  (await listAdminSeatPools(world.db, adminPoolsInput.parse(input))).rows.map(({ id }) => id)

/** A pack of which one seat is claimed and one is waiting. */
async function usedPack({ sharesProgress }: { sharesProgress: boolean }) {
  const pack = await makePool(world)
  const { owner, pool, offering } = pack
  const { url } = await makeSeatLink(world.deps, owner, { poolId: pool.id })
  const learner = await makeMember(world)
  const token = new URL(url).searchParams.get('token') ?? ''
  await claimSeat(world.deps, learner, { token, sharesProgress })
  await world.db.enrolment.updateMany({
    where: { userId: learner.userId, offeringId: offering.id },
    data: { progressPercent: 40 },
  })
  const invited = `waiting-${pool.id}@example.test`
  await inviteToSeats(world.deps, owner, { poolId: pool.id, emails: [invited] })
  return { ...pack, learner, invited }
}

test('packs are found by buyer, holder, title and order, with their seats counted', async () => {
  const { pool, owner, order, learner, invited } = await usedPack({ sharesProgress: false })
  for (const search of [owner.email, learner.email, invited, `#${order.number}`]) {
    expect(await listed({ search })).toEqual([pool.id])
  }
  expect(await listed({ ownerId: owner.userId, state: 'revoked' })).toEqual([])
  const { rows } = await listAdminSeatPools(
    world.db,
    adminPoolsInput.parse({ ownerId: owner.userId }),
  )
  expect(rows).toMatchObject([
    { order: { number: order.number }, counts: { capacity: 3, claimed: 1, invited: 1, free: 1 } },
  ])
})

test('staff sees who holds a seat, and how far they are only while they share it', async () => {
  const support = await staff('support')
  const claimedSeat = async (sharesProgress: boolean) => {
    const { pool } = await usedPack({ sharesProgress })
    const { seats } = await requireAdminSeatPool(world.db, support, pool.id)
    return seats.find(({ state }) => state === 'claimed')
  }
  expect(await claimedSeat(true)).toMatchObject({
    sharesProgress: true,
    progress: { percent: 40 },
  })
  const hidden = await claimedSeat(false)
  expect(hidden).toMatchObject({ sharesProgress: false, progress: null })
  expect(hidden?.userId).not.toBeNull()
})

test('support takes a seat back with a reason; finance looks only; others find nothing', async () => {
  const { pool, owner } = await usedPack({ sharesProgress: true })
  const [support, finance, board] = await Promise.all([
    staff('support'),
    staff('finance'),
    staff('exam_board'),
  ])
  const callerOf = (actor: typeof support) => createCaller({ actor, deps: world.deps })
  const seen = await callerOf(finance).seats.adminGet({ poolId: pool.id })
  expect(seen.may).toEqual({ release: false, resend: false })
  const seat = seen.seats.find(({ state }) => state === 'claimed')
  const input = { assignmentId: seat?.assignmentId ?? '', reason: 'Has left the company' }
  await expect(callerOf(finance).seats.adminRelease(input)).rejects.toThrow()
  await expect(callerOf(board).seats.adminGet({ poolId: pool.id })).rejects.toThrow()
  await expect(
    callerOf(support).seats.adminRelease({ ...input, reason: '' }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  await callerOf(support).seats.adminRelease(input)
  const after = await requireAdminSeatPool(world.db, support, pool.id)
  expect(after.counts).toMatchObject({ claimed: 0, free: 2 })
  expect(after.audit[0]).toMatchObject({ action: 'seat.release', reason: input.reason })
  expect(after.owner.id).toBe(owner.userId)
  const unknown = requireAdminSeatPool(world.db, support, crypto.randomUUID())
  expect(await refusal(unknown)).toBe('not-found')
})
