import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startCheckout } from '../orders/commands/start-checkout'
import { expectInvariants, standing } from '../testing/books'
import { accessTo } from '../testing/cart'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { processCommand } from './commands/process-command/process-command'
import { expireOrders } from './commands/reconcile'
import { syncOrder } from './commands/sync-target'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

/** The order of a checkout that got no answer from Stripe. */
async function strandedOrder(when: 'before' | 'after') {
  const course = await shop.course()
  const buyer = await shop.buyer()
  await shop.control.injectFault({
    pathPrefix: '/v1/checkout/sessions',
    method: 'POST',
    // The SDK tries once more after a broken line, whatever it is told; after a 500 it does not.
    kind: when === 'after' ? 'server_error' : 'disconnect',
    times: when === 'after' ? 1 : 2,
    when,
  })
  const input = { items: accessTo(course.id), currency: 'USD' }
  expect(await refusal(startCheckout(shop.impatient, buyer, input))).toBe(
    'payment-service-unavailable',
  )
  await shop.control.clearFaults()
  const order = await shop.db.order.findFirstOrThrow({
    where: { userId: buyer.userId },
    include: { commands: true },
  })
  return { course, buyer, input, order, command: order.commands[0]! }
}

const sessionsOf = async (orderId: string) =>
  (await shop.control.snapshot()).sessions.filter((s) => s.client_reference_id === orderId)

describe('B. Checkouts that got no answer', () => {
  test('23 webhook before sessions.create returned → the same', async () => {
    const { order, command } = await strandedOrder('after')
    const [session] = await sessionsOf(order.id)
    await shop.control.completeSession({ session: session!.id })
    await shop.deliverAll(await shop.collect())
    expect(await syncOrder(shop.deps, order.id)).toBe('synced')
    expect(await standing(shop, order.id)).toMatchObject({ status: 'paid', grants: ['active'] })
    // The command that never got its answer finds the one session there is.
    await processCommand(shop.deps, command.id)
    await shop.settle()
    expect(await sessionsOf(order.id)).toHaveLength(1)
    expect(await standing(shop, order.id)).toMatchObject({ status: 'paid', grants: ['active'] })
  })

  test('29 crash between order and session, retry → same key, one session', async () => {
    const { buyer, input, order } = await strandedOrder('before')
    const result = await startCheckout(shop.deps, buyer, input)
    expect(result).toMatchObject({ kind: 'redirect', orderId: order.id })
    expect(await sessionsOf(order.id)).toHaveLength(1)
    expect(await shop.db.order.count({ where: { userId: buyer.userId } })).toBe(1)
  })

  test('29 the answer was lost, retry → the session that was made', async () => {
    const { buyer, input, order } = await strandedOrder('after')
    const [session] = await sessionsOf(order.id)
    const result = await startCheckout(shop.deps, buyer, input)
    expect(result).toMatchObject({ kind: 'redirect', orderId: order.id, url: session!.url })
    expect(await sessionsOf(order.id)).toHaveLength(1)
  })

  test.each(['before', 'after'] as const)(
    '30 retry after more than 24 hours (answer lost %s the work) → no second session',
    async (when) => {
      const { order, command } = await strandedOrder(when)
      shop.clock.advanceSeconds(25 * 3600)
      await processCommand(shop.deps, command.id)
      await expireOrders(shop.deps)
      await shop.settle()
      expect(await sessionsOf(order.id)).toHaveLength(when === 'after' ? 1 : 0)
      expect(await standing(shop, order.id)).toMatchObject({ status: 'expired', grants: [] })
    },
  )
})
