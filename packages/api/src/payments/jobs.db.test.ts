import { afterAll, beforeAll, expect, test } from 'vitest'
import { refundOrder } from '../orders/commands/refund-order'
import { expectInvariants, standing } from '../testing/books'
import { createShop, type Shop } from '../testing/shop'
import { requeueLost } from './commands/reconcile'
import { onOrderDirtied, onStripeCommandRequested, runExpireOrders, runReconcile } from './jobs'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())

const jobsWith = (key: string) => shop.db.$queryRaw<{ key: string }[]>`
  select key from graphile_worker.jobs where key = ${key}`

test('a purchase by jobs alone: the webhook queues one job, which does the rest', async () => {
  const course = await shop.course(4900n)
  const order = await shop.checkOut(await shop.buyer(), [course.id])
  await shop.pay(order)
  await shop.deliverAll(await shop.collect())
  const key = `order:${order.orderId}`
  expect(await jobsWith(`sync:${key}`)).toHaveLength(1)
  expect(await onOrderDirtied(shop.deps, { key })).toBe('synced')
  expect(await onOrderDirtied(shop.deps, { key })).toBe('clean')
  expect(await standing(shop, order.orderId)).toMatchObject({ status: 'paid' })
})

test('a payment that comes later is still dealt with before the receipt of an earlier one', async () => {
  const course = await shop.course(4900n)
  await shop.pay(await shop.checkOut(await shop.buyer(), [course.id]))
  await shop.settle()
  await shop.pay(await shop.checkOut(await shop.buyer(), [course.id]))
  await shop.deliverAll(await shop.collect())
  const jobs = await shop.db.$queryRaw<{ name: string; priority: number }[]>`
    select task_identifier as name, priority from graphile_worker.jobs order by run_at`
  const of = (wanted: string) =>
    jobs.flatMap(({ name, priority }) => (name === wanted ? priority : []))
  expect(of('mail.requested').length).toBeGreaterThan(0)
  expect(of('order.dirtied').length).toBeGreaterThan(0)
  expect(Math.max(...of('order.dirtied'))).toBeLessThan(Math.min(...of('mail.requested')))
})

test('a failure that Stripe keeps under the key is not waited upon: the next try has another key', async () => {
  const order = await shop.paidOrder()
  await shop.control.injectFault({
    pathPrefix: '/v1/refunds',
    method: 'POST',
    kind: 'server_error',
  })
  const commandId = shop.requestId()
  await refundOrder(shop.impatient, await shop.staff(), {
    orderId: order.orderId,
    requestId: commandId,
    reason: 'asked for it',
  })
  await Promise.all([
    onStripeCommandRequested(shop.impatient, { commandId }),
    onStripeCommandRequested(shop.impatient, { commandId }),
  ])
  const { state, keyVersion } = await shop.db.stripeCommand.findUniqueOrThrow({
    where: { id: commandId },
  })
  expect({ state, keyVersion }).toEqual({ state: 'done', keyVersion: 2 })
  await shop.settle()
  expect(await standing(shop, order.orderId)).toMatchObject({ status: 'refunded' })
  expect(await shop.db.stripeRefund.count({ where: { orderId: order.orderId } })).toBe(1)
})

test('a command without an answer fails its job, so that the queue sends it again', async () => {
  const course = await shop.course(4900n)
  const order = await shop.checkOut(await shop.buyer(), [course.id])
  await shop.pay(order)
  await shop.settle()
  await shop.control.injectFault({ pathPrefix: '/v1/refunds', kind: 'disconnect', times: 40 })
  const commandId = shop.requestId()
  await refundOrder(shop.impatient, await shop.staff(), {
    orderId: order.orderId,
    requestId: commandId,
    reason: 'asked for it',
  })
  await expect(onStripeCommandRequested(shop.impatient, { commandId })).rejects.toThrow(commandId)
  await shop.control.clearFaults()
  await onStripeCommandRequested(shop.deps, { commandId })
  await shop.settle()
  expect(await standing(shop, order.orderId)).toMatchObject({ status: 'refunded' })
})

test('the crons find what was lost: targets without a job, orders whose time is up', async () => {
  const course = await shop.course(4900n)
  const late = await shop.checkOut(await shop.buyer(), [course.id])
  shop.clock.advanceSeconds(61 * 60)
  await runExpireOrders(shop.deps)
  const key = `order:${late.orderId}`
  await shop.db.$executeRaw`select graphile_worker.remove_job(${`sync:${key}`})`
  expect(await jobsWith(`sync:${key}`)).toHaveLength(0)
  expect((await requeueLost(shop.deps)).targets).toBeGreaterThan(0)
  expect(await jobsWith(`sync:${key}`)).toHaveLength(1)
  await runReconcile(shop.deps)
  await shop.drain()
  expect(await standing(shop, late.orderId)).toMatchObject({ status: 'expired' })
  await expectInvariants(shop)
})

test('the crons of several workers at once do what one of them would', async () => {
  const course = await shop.course(4900n)
  const late = await shop.checkOut(await shop.buyer(), [course.id])
  shop.clock.advanceSeconds(61 * 60)
  const bought = await shop.checkOut(await shop.buyer(), [course.id])
  // Nobody delivers its webhooks.
  await shop.pay(bought)
  const workers = [1, 2, 3].flatMap(() => [runReconcile(shop.deps), runExpireOrders(shop.deps)])
  await Promise.all(workers)
  for (const { orderId } of [late, bought]) {
    expect(await jobsWith(`sync:order:${orderId}`)).toHaveLength(1)
  }
  await Promise.all([shop.drain(), shop.drain()])
  expect(await standing(shop, late.orderId)).toMatchObject({ status: 'expired', grants: [] })
  expect(await standing(shop, bought.orderId)).toMatchObject({ status: 'paid', grants: ['active'] })
  await expectInvariants(shop)
})
