import { createHmac, randomUUID } from 'node:crypto'
import type { HttpRequest } from '../load/http-load'

/** A payload of the size that Stripe sends; what it says beyond the ids is not read. */
const FILLER = { description: 'x'.repeat(2400) }

export type EventOfOrder = ReturnType<typeof makeEvent>

/** An event about an order, as Stripe would send it. */
export const makeEvent = (type: string, orderId: string, now: Date) => ({
  id: `evt_bench${randomUUID().replaceAll('-', '')}`,
  object: 'event' as const,
  api_version: '2026-10-28.endive',
  created: Math.floor(now.getTime() / 1000),
  livemode: false,
  type,
  data: {
    object: {
      id: `pi_bench${orderId.replaceAll('-', '')}`,
      object: 'payment_intent',
      metadata: { order_id: orderId, ...FILLER },
    },
  },
})

/** Its delivery: the signature as docs.stripe.com/webhooks/signature describes it. */
export function deliveryOf(event: EventOfOrder, secret: string): Required<HttpRequest> {
  const body = JSON.stringify(event)
  const signature = createHmac('sha256', secret).update(`${event.created}.${body}`).digest('hex')
  return {
    method: 'POST',
    path: '/api/webhooks/stripe',
    headers: {
      'content-type': 'application/json',
      'stripe-signature': `t=${event.created},v1=${signature}`,
    },
    body,
  }
}
