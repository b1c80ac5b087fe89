import { storeEvent } from '@archway/api/payments/commands/receive-event'
import { recordStatements } from '../site/statements'
import { placeOrders } from './payable-orders'
import { callSide, httpSide } from './sides'
import { deliveryOf, makeEvent } from './signed-event'
import { rotate, type Work } from './work'

const EVENT_TYPE = 'payment_intent.processing'

/** Each event is of one of so many orders; the worker synchronises them meanwhile, on both sides. */
const orderCount = (isQuick: boolean) => (isQuick ? 40 : 300)

export const webhookWork: Work = {
  name: 'webhook: take in',
  scope: 'largest',
  goal: 0.5,
  async prepare(context) {
    const { site, options } = context
    await site.stripe.pauseDeliveries()
    const orders = await placeOrders(context, orderCount(options.isQuick))
    const nextOrder = rotate(orders)
    const nextEvent = () => makeEvent(EVENT_TYPE, nextOrder().orderId, new Date())

    const sample = nextEvent()
    const sampleJson = JSON.stringify(sample)
    const sampleOrder = sample.data.object.metadata.order_id
    const [insert, ...others] = await recordStatements(site.deps.db, (db) =>
      storeEvent({ ...site.deps, db }, sample),
    )
    if (!insert || others.length > 0) {
      throw new Error('Storing an event is not one statement any more: mend this benchmark.')
    }
    return {
      subject: httpSide('signed POST', site.url, () => deliveryOf(nextEvent(), site.webhookSecret)),
      limit: callSide('same insert, bare pg', async () => {
        const event = nextEvent()
        const values = insert.values.map((value) => {
          if (value === sample.id) return event.id
          if (value === sampleJson) return JSON.stringify(event)
          return value === sampleOrder ? event.data.object.metadata.order_id : value
        })
        await site.pool.query(insert.text, values)
      }),
    }
  },
}
