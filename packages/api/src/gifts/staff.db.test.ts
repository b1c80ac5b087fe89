import { afterAll, beforeAll, expect, test } from 'vitest'
import { memberOf } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { makePaidLine } from '../testing/seats'
import { createWorld, type World } from '../testing/world'
import { createCaller } from '../trpc/root'
import { makeGiftLink } from './commands/change-gift'
import { claimGift } from './commands/claim-gift'
import { followGift } from './commands/follow-gift'
import { listAdminGifts, requireAdminGift } from './reads/admin-gifts'
import { adminGiftsInput } from './schema'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

async function bought() {
  const buyer = memberOf(await makeUser(world.db, { name: 'Gina Giver' }))
  const { line, order } = await makePaidLine(world, buyer)
  const recipientEmail = `friend-${line.id}@example.test`
  await world.db.$transaction((tx) =>
    followGift(tx, world.deps, {
      buyer: { id: buyer.userId, timeZone: 'UTC' },
      line,
      wish: { recipientEmail, recipientName: 'Fred', message: 'Well done', deliverOn: null },
      state: 'active',
      stateReason: null,
    }),
  )
  const { id } = await world.db.gift.findUniqueOrThrow({ where: { orderLineId: line.id } })
  return { id, buyer, order, recipientEmail }
}

const listed = async (input: object) =>
  (await listAdminGifts(world.db, adminGiftsInput.parse(input))).rows.map(({ id }) => id)

const staff = async (role: 'support' | 'finance') => {
  const actor = memberOf(await makeUser(world.db), { roles: [role] })
  return { actor, caller: createCaller({ actor, deps: world.deps }) }
}

test('gifts are found by giver, recipient and order, and by who has claimed them', async () => {
  const { id, buyer, order, recipientEmail } = await bought()
  for (const search of [buyer.email, recipientEmail, String(order.number)]) {
    expect(await listed({ search })).toContain(id)
  }
  const { url } = await makeGiftLink(world.deps, buyer, { giftId: id })
  const friend = memberOf(await makeUser(world.db))
  await claimGift(world.deps, friend, { token: new URL(url).searchParams.get('token') ?? '' })
  expect(await listed({ userId: friend.userId })).toEqual([id])
  expect(await listed({ userId: friend.userId, state: 'sent' })).toEqual([])
  const { actor } = await staff('support')
  const gift = await requireAdminGift(world.db, actor, id)
  expect(gift).toMatchObject({ claimedBy: { id: friend.userId }, may: { send: false } })
  expect(gift).not.toHaveProperty('message')
})

test('support mails a gift with a reason, which is kept; finance only looks', async () => {
  const { id } = await bought()
  const [support, finance] = await Promise.all([staff('support'), staff('finance')])
  const input = { giftId: id, reason: 'The birthday is today' }
  const before = await finance.caller.gifts.adminGet({ giftId: id })
  expect(before).toMatchObject({ sends: 0, may: { send: false } })
  await expect(finance.caller.gifts.adminSend(input)).rejects.toThrow()
  await support.caller.gifts.adminSend(input)
  const after = await support.caller.gifts.adminGet({ giftId: id })
  expect(after).toMatchObject({ state: 'sent', sends: 1, may: { send: true } })
  expect(after.mails).toHaveLength(1)
  expect(after.audit[0]).toMatchObject({ action: 'gift.send', reason: input.reason })
})
