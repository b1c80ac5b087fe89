import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memberOf } from '../testing/actors'
import { timesAtOnce } from '../testing/at-once'
import { expectInvariants, standing } from '../testing/books'
import { makeUser } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { resyncEvent, resyncTarget } from './commands/resync-target'
import { maxSyncAttempts } from './rules/backoff'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())

/** A paid order whose synchronisation was given up, with one of its dead events. */
async function givenUp() {
  const course = await shop.course()
  const order = await shop.checkOut(await shop.buyer(), [course.id])
  await shop.pay(order)
  await shop.deliverAll(await shop.collect())
  const key = `order:${order.orderId}`
  await shop.db.syncTarget.update({
    where: { key },
    data: { deadAt: shop.clock.now(), attempts: maxSyncAttempts },
  })
  await shop.db.stripeEvent.updateMany({ where: { targetKey: key }, data: { state: 'dead' } })
  const event = await shop.db.stripeEvent.findFirstOrThrow({ where: { targetKey: key } })
  return { ...order, key, event }
}
const statesOf = async (key: string) =>
  (await shop.db.stripeEvent.findMany({ where: { targetKey: key } })).map(({ state }) => state)

describe('asking Stripe again about an event', () => {
  test('takes up what was given up, with an entry in the audit log each time', async () => {
    const { orderId, key, event } = await givenUp()
    const staff = await shop.staff()
    expect(await resyncEvent(shop.deps, staff, event.id)).toEqual({ outcome: 'synced' })
    expect(await standing(shop, orderId)).toMatchObject({ status: 'paid', grants: ['active'] })
    expect(new Set(await statesOf(key))).toEqual(new Set(['reconciled']))
    expect(await resyncEvent(shop.deps, staff, event.id)).toEqual({ outcome: 'synced' })
    const entries = await shop.db.auditEntry.findMany({ where: { entityId: orderId } })
    expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['order.resync', staff.userId],
      ['order.resync', staff.userId],
    ])
    await expectInvariants(shop)
  })

  test('by several at once posts and grants once', async () => {
    const { orderId, event } = await givenUp()
    const staff = await shop.staff()
    await timesAtOnce(6, () => resyncEvent(shop.deps, staff, event.id))
    await shop.drain()
    expect(await standing(shop, orderId)).toMatchObject({ status: 'paid', grants: ['active'] })
    const postings = await shop.db.ledgerTransaction.count({ where: { orderId, kind: 'charge' } })
    expect(postings).toBe(1)
    await expectInvariants(shop)
  })

  test('needs the role, and leaves everything as it is without it', async () => {
    const { orderId, key, event, buyer } = await givenUp()
    const editor = memberOf(await makeUser(shop.db), { roles: ['catalog_editor'] })
    for (const actor of [buyer, editor]) {
      expect(await refusal(resyncEvent(shop.deps, actor, event.id))).toBe('not-allowed')
      expect(await refusal(resyncTarget(shop.deps, actor, key))).toBe('not-allowed')
    }
    expect(new Set(await statesOf(key))).toEqual(new Set(['dead']))
    expect(await standing(shop, orderId)).toMatchObject({ status: 'awaiting_payment' })
    const support = memberOf(await makeUser(shop.db), { roles: ['support'] })
    expect(await refusal(resyncEvent(shop.deps, support, event.id))).toBe('allowed')
  })

  test('takes an event that is about something, and a target that is known', async () => {
    const staff = await shop.staff()
    expect(await refusal(resyncEvent(shop.deps, staff, 'evt_nobody'))).toBe('not-found')
    await shop.db.stripeEvent.create({
      data: {
        id: 'evt_about_nothing',
        type: 'customer.created',
        livemode: false,
        payload: {},
        state: 'ignored',
        occurredAt: shop.clock.now(),
      },
    })
    expect(await refusal(resyncEvent(shop.deps, staff, 'evt_about_nothing'))).toBe('not-found')
    for (const key of ['pi:pi_nobody', 'anything at all', 'order:not-an-id']) {
      expect(await refusal(resyncTarget(shop.deps, staff, key))).toBe('not-found')
      expect(await shop.db.syncTarget.count({ where: { key } })).toBe(0)
    }
  })
})
