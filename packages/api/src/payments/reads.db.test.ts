import { afterAll, beforeAll, expect, test } from 'vitest'
import { createShop, type Shop } from '../testing/shop'
import { listEvents, listTargets, requireEvent } from './reads/stripe-traffic'
import { adminEventsInput, adminTargetsInput } from './schema'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())

test('events and what waits are told with the numbers of their orders', async () => {
  const course = await shop.course(4900n)
  const bought = await shop.checkOut(await shop.buyer(), [course.id])
  const { number } = await shop.db.order.findUniqueOrThrow({ where: { id: bought.orderId } })
  await shop.pay(bought)
  const [event] = (await shop.collect()).filter(({ type }) => type === 'checkout.session.completed')
  await shop.deliver(event!)
  const stranger = { ...event!, id: 'evt_stranger', type: 'tax.rate.created' }
  await shop.deliver(stranger)

  const { rows } = await listEvents(shop.db, adminEventsInput.parse({}))
  expect(rows.find(({ id }) => id === event!.id)?.orderNumber).toBe(number)
  expect(rows.find(({ id }) => id === stranger.id)?.orderNumber).toBeNull()
  expect(await requireEvent(shop.db, event!.id)).toMatchObject({ orderNumber: number })
  const waiting = await listTargets(shop.db, adminTargetsInput.parse({}))
  expect(waiting.rows.map(({ order }) => order?.number)).toContain(number)
})
