import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyGrants } from '../enrolments/commands/apply-grants'
import { explainAccess } from '../enrolments/reads/explained-access'
import { memberOf, visitor } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { mailedTokens } from '../testing/mailed-tokens'
import { refusal } from '../testing/refusal'
import { makeMember, makePool } from '../testing/seats'
import { createWorld, type World } from '../testing/world'
import { claimSeat } from './commands/claim-seat'
import { followSeats } from './commands/follow-seats'
import { inviteToSeats } from './commands/invite-to-seats'
import { releaseSeat, resendInvitation } from './commands/manage-seat'
import { endSeatLink, makeSeatLink } from './commands/seat-link'
import { shareProgress } from './commands/share-progress'
import { getSeatOffer } from './reads/seat-offer'
import { listHeldSeats, listMySeatPools, requireSeatPool } from './reads/seat-pools'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

type Pack = Awaited<ReturnType<typeof makePool>>

const tokenOf = (url: string) => new URL(url).searchParams.get('token') ?? ''

async function link({ owner, pool }: Pack): Promise<string> {
  const { url } = await makeSeatLink(world.deps, owner, { poolId: pool.id })
  return tokenOf(url)
}

async function invite({ owner, pool }: Pack, ...emails: string[]) {
  return await inviteToSeats(world.deps, owner, { poolId: pool.id, emails })
}

const claim = (
  actor: Parameters<typeof claimSeat>[1],
  token: string,
  { sharesProgress = false } = {},
) => claimSeat(world.deps, actor, { token, sharesProgress })

const counts = async ({ owner, pool }: Pack) =>
  (await requireSeatPool(world.db, owner, pool.id)).counts

const reasons = async (userId: string) =>
  (await explainAccess(world.db, userId, world.clock.now())).map(
    ({ source, standing, stateReason, cause }) => ({
      source,
      standing,
      stateReason,
      from: cause.from,
    }),
  )

const follow = (pack: Pack, state: 'active' | 'suspended' | 'revoked', refundedMinor = 0n) =>
  world.db.$transaction((tx) =>
    followSeats(tx, world.deps, {
      ownerId: pack.owner.userId,
      line: { ...pack.line, quantity: pack.pool.quantity },
      refundedMinor,
      state,
      stateReason: state === 'active' ? null : 'order-refunded',
    }),
  )

describe('inviting', () => {
  it('answers each address, and sends each mail once', async () => {
    const pack = await makePool(world, 3)
    const [first, second] = ['one', 'two'].map((name) => `${name}-${pack.pool.id}@x.org`)
    expect(await invite(pack, first!, 'nobody', first!.toUpperCase(), second!)).toEqual([
      { email: first, outcome: 'invited' },
      { email: 'nobody', outcome: 'address-invalid' },
      { email: first, outcome: 'address-twice' },
      { email: second, outcome: 'invited' },
    ])
    expect(await invite(pack, first!, 'three@x.org', 'four@x.org')).toEqual([
      { email: first, outcome: 'already-invited' },
      { email: 'three@x.org', outcome: 'invited' },
      { email: 'four@x.org', outcome: 'no-seat-left' },
    ])
    expect(await mailedTokens(world.db, first!, 'seat-invitation')).toHaveLength(1)
    expect(await counts(pack)).toMatchObject({ used: 3, free: 0 })
  })

  it('keeps nothing of a link but its hash', async () => {
    const pack = await makePool(world)
    const person = await makeMember(world)
    await invite(pack, person.email)
    const [token] = await mailedTokens(world.db, person.email, 'seat-invitation')
    const rows = JSON.stringify(await world.db.seatAssignment.findMany())
    expect(rows).not.toContain(token)
  })

  it('is of nobody else’s concern', async () => {
    const pack = await makePool(world)
    const stranger = await makeMember(world)
    const asked = { ...pack, owner: stranger }
    expect(await refusal(invite(asked, 'a@x.org'))).toBe('not-found')
    expect(await refusal(requireSeatPool(world.db, stranger, pack.pool.id))).toBe('not-found')
    expect(await refusal(link(asked))).toBe('not-found')
    const support = memberOf(await makeUser(world.db), { roles: ['support'] })
    expect(await refusal(requireSeatPool(world.db, support, pack.pool.id))).toBe('allowed')
    const [mine] = await listMySeatPools(world.db, pack.owner.userId)
    expect(mine?.id).toBe(pack.pool.id)
  })

  it('sent again replaces the link that was mailed before', async () => {
    const pack = await makePool(world)
    const person = await makeMember(world)
    await invite(pack, person.email)
    const seat = await world.db.seatAssignment.findFirstOrThrow({ where: { poolId: pack.pool.id } })
    await resendInvitation(world.deps, pack.owner, { assignmentId: seat.id })
    const [old, fresh] = await mailedTokens(world.db, person.email, 'seat-invitation')
    expect(await refusal(claim(person, old!))).toBe('link-invalid')
    expect(await refusal(claim(person, fresh!))).toBe('allowed')
    const again = resendInvitation(world.deps, pack.owner, { assignmentId: seat.id })
    expect(await refusal(again)).toBe('seat-not-invited')
  })
})

describe('claiming', () => {
  it('opens access with the seat as its cause, in words', async () => {
    const pack = await makePool(world)
    const person = await makeMember(world)
    const claimed = await claim(person, await link(pack))
    expect(claimed.offeringId).toBe(pack.offering.id)
    expect(await reasons(person.userId)).toEqual([
      { source: 'seat', standing: 'live', stateReason: null, from: 'Olga Owner' },
    ])
    expect(await claim(person, await link(pack))).toEqual(claimed)
    expect(await counts(pack)).toMatchObject({ used: 1, free: 2 })
  })

  it('takes an account with a confirmed address', async () => {
    const pack = await makePool(world)
    const token = await link(pack)
    const unverified = memberOf(await makeUser(world.db, { emailVerified: null }), {
      isEmailVerified: false,
    })
    expect(await refusal(claim(visitor, token))).toBe('sign-in-required')
    expect(await refusal(claim(unverified, token))).toBe('email-not-verified')
    const offer = await getSeatOffer(world.db, visitor, token, world.clock.now())
    expect(offer).toMatchObject({ ownerName: 'Olga Owner', refusal: 'sign-in-required' })
    expect(await refusal(claim(await makeMember(world), 'x'.repeat(43)))).toBe('link-invalid')
    expect(await getSeatOffer(world.db, visitor, 'x'.repeat(43), world.clock.now())).toBeNull()
  })

  it('tells who has access already, and keeps the seat free', async () => {
    const pack = await makePool(world)
    const person = await makeMember(world)
    await world.db.$transaction((tx) =>
      applyGrants(tx, world.deps, {
        userId: person.userId,
        offeringId: pack.offering.id,
        sourceType: 'staff',
        sourceId: crypto.randomUUID(),
        state: 'active',
      }),
    )
    const token = await link(pack)
    const offer = await getSeatOffer(world.db, person, token, world.clock.now())
    expect(offer?.refusal).toBe('already-have-access')
    expect(await refusal(claim(person, token))).toBe('already-have-access')
    expect(await counts(pack)).toMatchObject({ used: 0 })
  })

  it('takes the seat that one was invited to, whichever link one comes by', async () => {
    const pack = await makePool(world, 2)
    const person = await makeMember(world)
    await invite(pack, person.email, 'colleague@x.org')
    const token = await link(pack)
    const other = await makeMember(world)
    expect(await refusal(claim(other, token))).toBe('no-seat-left')
    expect(await refusal(claim(person, token))).toBe('allowed')
    expect(await counts(pack)).toMatchObject({ claimed: 1, invited: 1 })
    const [colleague] = await mailedTokens(world.db, 'colleague@x.org', 'seat-invitation')
    await claim(other, colleague!)
    expect((await requireSeatPool(world.db, pack.owner, pack.pool.id)).seats).toMatchObject([
      { email: person.email, state: 'claimed' },
      { email: other.email, state: 'claimed' },
    ])
  })

  it('by the pack’s link ends when the link is switched off or renewed', async () => {
    const pack = await makePool(world)
    const first = await link(pack)
    const second = await link(pack)
    expect(await refusal(claim(await makeMember(world), first))).toBe('link-invalid')
    expect(await refusal(claim(await makeMember(world), second))).toBe('allowed')
    await endSeatLink(world.deps, pack.owner, { poolId: pack.pool.id })
    expect(await refusal(claim(await makeMember(world), second))).toBe('link-invalid')
  })
})

describe('79 seats', () => {
  it('assign race at the last seat → exactly one wins', async () => {
    const pack = await makePool(world, 2)
    const token = await link(pack)
    await claim(await makeMember(world), token)
    const people = await Promise.all(Array.from({ length: 6 }, () => makeMember(world)))
    const answers = await Promise.all(people.map((person) => refusal(claim(person, token))))
    expect(answers.sort()).toEqual(['allowed', ...Array(5).fill('no-seat-left')])
    expect(await counts(pack)).toMatchObject({ claimed: 2, free: 0 })
  })

  it('the same person at the same moment → one seat', async () => {
    const pack = await makePool(world, 3)
    const token = await link(pack)
    const person = await makeMember(world)
    const claims = await Promise.all([1, 2, 3].map(() => claim(person, token)))
    expect(new Set(claims.map((each) => each.assignmentId)).size).toBe(1)
    expect(await counts(pack)).toMatchObject({ claimed: 1 })
  })

  it('invitations race at the last seats → never over quantity', async () => {
    const pack = await makePool(world, 3)
    const lists = [0, 1, 2].map((n) => [0, 1].map((m) => `p${n}${m}-${pack.pool.id}@x.org`))
    const outcomes = (await Promise.all(lists.map((emails) => invite(pack, ...emails)))).flat()
    expect(outcomes.filter(({ outcome }) => outcome === 'invited')).toHaveLength(3)
    expect(outcomes.filter(({ outcome }) => outcome === 'no-seat-left')).toHaveLength(3)
  })

  it('past the commands, the database refuses a seat too many, a slot twice and a slot beyond', async () => {
    const pack = await makePool(world, 2)
    const seat = (slot: number) =>
      world.db.seatAssignment.create({
        data: { poolId: pack.pool.id, slot, email: `s${Math.random()}@x.org`, state: 'invited' },
      })
    await expect(seat(3)).rejects.toThrow(/beyond pack/)
    await seat(1)
    await expect(seat(1)).rejects.toThrow(/unique|Unique/)
    await seat(2)
    await world.db.seatAssignment.updateMany({
      where: { poolId: pack.pool.id, slot: 2 },
      data: { state: 'released', releasedAt: world.clock.now() },
    })
    await follow(pack, 'active', 4900n)
    await expect(seat(2)).rejects.toThrow(/no free seat/)
  })

  it('downsizing follows the money, and never takes a seat that is held', async () => {
    const pack = await makePool(world, 3)
    const token = await link(pack)
    const people = [await makeMember(world), await makeMember(world)]
    for (const person of people) await claim(person, token)
    expect(await follow(pack, 'active', 4900n)).toBe(true)
    expect(await counts(pack)).toMatchObject({ capacity: 2, used: 2, free: 0, unused: 0 })
    expect(await follow(pack, 'active', 4900n)).toBe(false)
    await follow(pack, 'active', 9800n)
    expect(await counts(pack)).toMatchObject({ capacity: 1, used: 2, free: 0 })
    for (const person of people) {
      expect(await reasons(person.userId)).toMatchObject([{ standing: 'live' }])
    }
    expect(await refusal(claim(await makeMember(world), token))).toBe('no-seat-left')
    await follow(pack, 'active', 0n)
    expect(await counts(pack)).toMatchObject({ capacity: 3, free: 1 })
  })

  it('a dispute holds everybody’s seat, and its end gives or takes them', async () => {
    const pack = await makePool(world, 3)
    const token = await link(pack)
    const person = await makeMember(world)
    await claim(person, token)
    await follow(pack, 'suspended')
    expect(await reasons(person.userId)).toMatchObject([{ standing: 'suspended' }])
    expect(await refusal(claim(await makeMember(world), token))).toBe('pack-suspended')
    expect(await refusal(invite(pack, 'late@x.org'))).toBe('pack-suspended')
    await follow(pack, 'active')
    expect(await reasons(person.userId)).toMatchObject([{ standing: 'live' }])
    await follow(pack, 'revoked')
    expect(await reasons(person.userId)).toMatchObject([
      { standing: 'revoked', stateReason: 'order-refunded' },
    ])
    expect(await refusal(claim(await makeMember(world), token))).toBe('pack-revoked')
  })
})

describe('taking back', () => {
  it('ends access with the reason, keeps progress, and frees the seat for somebody else', async () => {
    const pack = await makePool(world, 2)
    const token = await link(pack)
    const [first, second] = [await makeMember(world), await makeMember(world)]
    const { assignmentId } = await claim(first, token)
    await releaseSeat(world.deps, pack.owner, { assignmentId })
    await releaseSeat(world.deps, pack.owner, { assignmentId })
    expect(await reasons(first.userId)).toMatchObject([
      { standing: 'revoked', stateReason: 'seat-taken-back' },
    ])
    const place = { userId_offeringId: { userId: first.userId, offeringId: pack.offering.id } }
    expect(await world.db.enrolment.findUnique({ where: place })).not.toBeNull()
    expect(await counts(pack)).toMatchObject({ used: 0, free: 2, unused: 1 })
    await claim(second, token)
    expect(await counts(pack)).toMatchObject({ used: 1, unused: 1 })
    // What follows from the order later does not bring the first one back.
    await follow(pack, 'suspended')
    await follow(pack, 'active')
    expect(await reasons(first.userId)).toMatchObject([{ stateReason: 'seat-taken-back' }])
    expect(await reasons(second.userId)).toMatchObject([{ standing: 'live' }])
  })

  it('of an invitation ends its link', async () => {
    const pack = await makePool(world)
    const person = await makeMember(world)
    await invite(pack, person.email)
    const [token] = await mailedTokens(world.db, person.email, 'seat-invitation')
    const seat = await world.db.seatAssignment.findFirstOrThrow({ where: { poolId: pack.pool.id } })
    const stranger = await makeMember(world)
    const input = { assignmentId: seat.id }
    expect(await refusal(releaseSeat(world.deps, stranger, input))).toBe('not-found')
    await releaseSeat(world.deps, pack.owner, input)
    expect(await refusal(claim(person, token!))).toBe('link-invalid')
  })
})

describe('progress', () => {
  const shown = async ({ owner, pool }: Pack) =>
    (await requireSeatPool(world.db, owner, pool.id)).seats.map(
      (seat) => seat.progress?.percent ?? null,
    )

  it('is shown to the owner while the learner agrees, and not a moment longer', async () => {
    const pack = await makePool(world)
    const token = await link(pack)
    const [silent, open] = [await makeMember(world), await makeMember(world)]
    await claim(silent, token)
    const { assignmentId } = await claim(open, token, { sharesProgress: true })
    await world.db.enrolment.updateMany({
      where: { offeringId: pack.offering.id },
      data: { progressPercent: 40 },
    })
    expect(await shown(pack)).toEqual([null, 40])
    expect(await listHeldSeats(world.db, open.userId)).toMatchObject([{ sharesProgress: true }])
    const withdrawn = { assignmentId, sharesProgress: false }
    expect(await refusal(shareProgress(world.deps, silent, withdrawn))).toBe('not-found')
    await shareProgress(world.deps, open, withdrawn)
    expect(await shown(pack)).toEqual([null, null])
    await shareProgress(world.deps, open, { assignmentId, sharesProgress: true })
    await releaseSeat(world.deps, pack.owner, { assignmentId })
    expect(await shown(pack)).toEqual([null, null])
  })
})
