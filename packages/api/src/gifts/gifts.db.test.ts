import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyGrants } from '../enrolments/commands/apply-grants'
import { explainAccess } from '../enrolments/reads/explained-access'
import { memberOf, visitor } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { mailedTokens } from '../testing/mailed-tokens'
import { refusal } from '../testing/refusal'
import { makeMember, makePaidLine } from '../testing/seats'
import { createWorld, type World } from '../testing/world'
import { makeGiftLink, resendGift, updateGift } from './commands/change-gift'
import { claimGift } from './commands/claim-gift'
import { followGift } from './commands/follow-gift'
import { sendDueGifts } from './commands/send-due-gifts'
import { getGiftOffer, listMyGifts, requireGift } from './reads/gifts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

async function bought({ deliverOn = null as string | null, timeZone = 'Europe/Berlin' } = {}) {
  const buyer = memberOf(await makeUser(world.db, { name: 'Gina Giver', timeZone }))
  const { line, offering } = await makePaidLine(world, buyer)
  const recipientEmail = `friend-${line.id}@x.org`
  const follow = (state: 'active' | 'suspended' | 'revoked') =>
    world.db.$transaction((tx) =>
      followGift(tx, world.deps, {
        buyer: { id: buyer.userId, timeZone },
        line,
        wish: { recipientEmail, recipientName: 'Fred', message: 'Well <b>done</b>!', deliverOn },
        state,
        stateReason: state === 'active' ? null : 'order-refunded',
      }),
    )
  await follow('active')
  const [gift] = await listMyGifts(world.db, buyer.userId)
  if (!gift) throw new Error('there is no gift')
  const state = async () => (await requireGift(world.db, buyer, gift.id)).state
  return { buyer, line, offering, gift, recipientEmail, follow, state }
}

type Bought = Awaited<ReturnType<typeof bought>>

async function link({ buyer, gift }: Bought) {
  const { url } = await makeGiftLink(world.deps, buyer, { giftId: gift.id })
  return new URL(url).searchParams.get('token') ?? ''
}

const claim = (actor: Parameters<typeof claimGift>[1], token: string) =>
  claimGift(world.deps, actor, { token })

const moveTo = (time: string) =>
  world.clock.advanceSeconds((new Date(time).getTime() - world.clock.now().getTime()) / 1000)

const reasons = async (userId: string) =>
  (await explainAccess(world.db, userId, world.clock.now())).map(({ source, standing, cause }) => ({
    source,
    standing,
    from: cause.from,
  }))

describe('a gift', () => {
  it('is mailed once, in the morning of its day where the buyer is', async () => {
    const given = await bought({ deliverOn: '2026-06-20' })
    expect(given.gift.deliverAt).toEqual(new Date('2026-06-20T06:00:00Z'))
    await sendDueGifts(world.deps)
    expect(await given.state()).toBe('scheduled')
    moveTo('2026-06-20T06:00:00Z')
    await Promise.all([1, 2, 3].map(() => sendDueGifts(world.deps)))
    expect(await given.state()).toBe('sent')
    const mails = await world.db.mailMessage.findMany({
      where: { recipient: given.recipientEmail },
    })
    expect(mails).toMatchObject([
      {
        template: 'gift',
        params: { from: 'Gina Giver', name: 'Fred', message: 'Well <b>done</b>!' },
      },
    ])
  })

  it('opens access for who claims it, with the gift as the cause', async () => {
    const given = await bought()
    await sendDueGifts(world.deps)
    const [token] = await mailedTokens(world.db, given.recipientEmail, 'gift')
    const friend = await makeMember(world)
    const offer = await getGiftOffer(world.db, visitor, token!, world.clock.now())
    expect(offer).toMatchObject({ fromName: 'Gina Giver', refusal: 'sign-in-required' })
    expect(await refusal(claim(visitor, token!))).toBe('sign-in-required')
    expect(await claim(friend, token!)).toMatchObject({ slug: given.offering.slug })
    expect(await reasons(friend.userId)).toEqual([
      { source: 'gift', standing: 'live', from: 'Gina Giver' },
    ])
    expect(await getGiftOffer(world.db, friend, token!, world.clock.now())).toBeNull()
    expect(await refusal(claim(friend, token!))).toBe('link-invalid')
    expect(await given.state()).toBe('claimed')
  })

  it('claimed twice at once, by mail and by the buyer’s link → one wins', async () => {
    const given = await bought()
    await sendDueGifts(world.deps)
    const [mailed] = await mailedTokens(world.db, given.recipientEmail, 'gift')
    const tokens = [mailed!, await link(given), mailed!]
    const people = await Promise.all(tokens.map(() => makeMember(world)))
    const answers = await Promise.all(
      people.map((person, index) => refusal(claim(person, tokens[index]!))),
    )
    expect(answers.filter((answer) => answer === 'allowed')).toHaveLength(1)
    const where = { sourceType: 'gift' as const, sourceId: given.gift.id }
    expect(await world.db.accessGrant.count({ where })).toBe(1)
  })

  it('stays open for somebody else when who has the link owns the course already', async () => {
    const given = await bought()
    const token = await link(given)
    const owner = await makeMember(world)
    await world.db.$transaction((tx) =>
      applyGrants(tx, world.deps, {
        userId: owner.userId,
        offeringId: given.offering.id,
        sourceType: 'staff',
        sourceId: crypto.randomUUID(),
        state: 'active',
      }),
    )
    expect(await refusal(claim(owner, token))).toBe('gift-owned-already')
    expect(await refusal(claim(await makeMember(world), token))).toBe('allowed')
  })

  it('goes to the right address when that was wrong, and the link in the wrong mail dies', async () => {
    const given = await bought()
    await sendDueGifts(world.deps)
    const [wrong] = await mailedTokens(world.db, given.recipientEmail, 'gift')
    const printed = await link(given)
    const recipientEmail = `right-${given.gift.id}@x.org`
    await updateGift(world.deps, given.buyer, {
      giftId: given.gift.id,
      recipientEmail,
      deliverOn: null,
    })
    const [right] = await mailedTokens(world.db, recipientEmail, 'gift')
    expect(await refusal(claim(await makeMember(world), wrong!))).toBe('link-invalid')
    const offer = await getGiftOffer(world.db, visitor, printed, world.clock.now())
    expect(offer).not.toBeNull()
    const pressed = { giftId: given.gift.id, sends: 0 }
    await Promise.all([1, 2].map(() => resendGift(world.deps, given.buyer, pressed)))
    expect(await mailedTokens(world.db, recipientEmail, 'gift')).toEqual([right])
    expect(await refusal(claim(await makeMember(world), right!))).toBe('allowed')
    const again = { giftId: given.gift.id }
    expect(await refusal(resendGift(world.deps, given.buyer, again))).toBe('gift-claimed')
    expect(await refusal(link(given))).toBe('gift-claimed')
  })

  it('can be moved to another day before it is mailed, within a year', async () => {
    const given = await bought({ deliverOn: '2026-12-24' })
    const move = (deliverOn: string) =>
      updateGift(world.deps, given.buyer, {
        giftId: given.gift.id,
        recipientEmail: given.recipientEmail,
        deliverOn,
      })
    expect(await refusal(move('2026-01-01'))).toBe('gift-date-past')
    expect(await refusal(move('2028-01-01'))).toBe('gift-date-far')
    await move('2026-12-25')
    const { deliverAt } = await requireGift(world.db, given.buyer, given.gift.id)
    expect(deliverAt).toEqual(new Date('2026-12-25T07:00:00Z'))
  })

  it('is of nobody else’s concern', async () => {
    const given = await bought()
    const stranger = await makeMember(world)
    expect(await refusal(requireGift(world.db, stranger, given.gift.id))).toBe('not-found')
    expect(await refusal(link({ ...given, buyer: stranger }))).toBe('not-found')
    const input = { giftId: given.gift.id }
    expect(await refusal(resendGift(world.deps, stranger, input))).toBe('not-found')
  })

  it('is held with its payment and taken with its refund, claimed or not', async () => {
    const open = await bought({ deliverOn: '2026-09-01' })
    const token = await link(open)
    await open.follow('suspended')
    expect(await refusal(claim(await makeMember(world), token))).toBe('gift-suspended')
    await open.follow('revoked')
    moveTo('2026-09-02T00:00:00Z')
    await sendDueGifts(world.deps)
    expect(await open.state()).toBe('scheduled')
    expect(await refusal(claim(await makeMember(world), token))).toBe('gift-revoked')
    const claimed = await bought()
    const friend = await makeMember(world)
    await claim(friend, await link(claimed))
    await claimed.follow('revoked')
    expect(await reasons(friend.userId)).toMatchObject([{ standing: 'revoked' }])
    await claimed.follow('active')
    expect(await reasons(friend.userId)).toMatchObject([{ standing: 'live' }])
  })
})
