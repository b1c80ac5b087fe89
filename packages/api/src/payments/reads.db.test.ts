import { afterAll, beforeAll, expect, test } from 'vitest'
import { createShop, type Shop } from '../testing/shop'
import { checkBooks } from './commands/check-books'
import { collectMetrics } from './reads/metrics'
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
  const events = await shop.collect()
  const [event] = events.filter(({ type }) => type === 'checkout.session.completed')
  await shop.deliver(event!)
  const stranger = { ...event!, id: 'evt_stranger', type: 'tax.rate.created' }
  await shop.deliver(stranger)

  const { rows } = await listEvents(shop.db, adminEventsInput.parse({}))
  expect(rows.find(({ id }) => id === event!.id)?.orderNumber).toBe(number)
  expect(rows.find(({ id }) => id === stranger.id)?.orderNumber).toBeNull()
  expect(await requireEvent(shop.db, event!.id)).toMatchObject({ orderNumber: number })

  // Whoever has the secret of a payment can go on with it.
  const intent = events.find(({ type }) => type === 'payment_intent.succeeded')
  expect(JSON.stringify(intent)).toMatch(/"client_secret":"pi_/)
  await shop.deliver(intent!)
  const { payload } = await requireEvent(shop.db, intent!.id)
  expect(payload).toContain('"client_secret": "(not shown)"')
  expect(payload).not.toContain('_secret_')

  const waiting = await listTargets(shop.db, adminTargetsInput.parse({}))
  expect(waiting.rows.map(({ order }) => order?.number)).toContain(number)
})

test('monitoring sees what waits, what was ignored, and when the books were compared', async () => {
  const figure = async (name: string, labels: Record<string, string> = {}) => {
    const metrics = await collectMetrics(shop.db, false, shop.clock.now())
    const metric = metrics.find((candidate) => candidate.name === name)
    return metric?.values.find((row) => JSON.stringify(row.labels) === JSON.stringify(labels))
      ?.value
  }
  expect(await figure('archway_sync_targets', { state: 'dirty' })).toBe(1)
  expect(await figure('archway_stripe_events', { state: 'ignored' })).toBe(1)
  expect(await figure('archway_books_compared_timestamp_seconds')).toBeUndefined()
  shop.clock.advanceSeconds(60)
  expect(await figure('archway_sync_oldest_dirty_seconds')).toBe(60)

  await shop.settle()
  expect(await figure('archway_sync_targets', { state: 'dirty' })).toBe(0)
  expect(await figure('archway_orders', { status: 'paid' })).toBe(1)
  expect(await figure('archway_mails_unsent', { template: 'order-receipt' })).toBe(1)
  expect(await figure('archway_jobs', { state: 'dead' })).toBe(0)
  expect(await figure('archway_disputes_waiting')).toBe(0)
  expect(await figure('archway_dispute_deadline_timestamp_seconds')).toBeUndefined()
  expect(await figure('archway_card_testing', { scope: 'person' })).toBe(0)
  shop.clock.advanceSeconds(3600)
  await checkBooks(shop.deps)
  expect(await figure('archway_book_differences')).toBe(0)
  expect(await figure('archway_books_compared_timestamp_seconds')).toBe(
    shop.clock.now().getTime() / 1000,
  )
})

test('monitoring sees a dispute that waits, and until when', async () => {
  const order = await shop.paidOrder()
  await shop.control.createDispute({ paymentIntent: order.paymentIntent })
  await shop.settle()
  const metrics = await collectMetrics(shop.db, false, shop.clock.now())
  const figureOf = (name: string) => metrics.find((row) => row.name === name)?.values[0]?.value
  expect(figureOf('archway_disputes_waiting')).toBe(1)
  const nineDays = shop.clock.now().getTime() / 1000 + 9 * 86_400
  expect(figureOf('archway_dispute_deadline_timestamp_seconds')).toBe(nineDays)
})
