import 'server-only'
import { type EventSource, receiveEvent } from '@archway/api/payments/commands/receive-event'
import { deps } from '@/lib/deps'

/** Larger than any event of Stripe's; more is refused unread. */
const maxBytes = 1_000_000

/**
 * One delivery of Stripe's to one of our endpoints. Answers 2xx once the event is stored and 5xx when it
 * could not be, so that Stripe delivers again; whatever follows is the worker's.
 */
export async function receiveStripe(
  request: Request,
  source: EventSource,
  secrets: readonly string[],
): Promise<Response> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) {
    return new Response('Too large', { status: 413 })
  }
  const body = new Uint8Array(await request.arrayBuffer())
  if (body.byteLength > maxBytes) return new Response('Too large', { status: 413 })
  try {
    const { status, outcome } = await receiveEvent(deps(), {
      body,
      signature: request.headers.get('stripe-signature'),
      secrets,
      source,
    })
    return Response.json({ outcome }, { status })
  } catch (error) {
    deps().logger.error({ err: error }, 'webhook not stored')
    return Response.json({ outcome: 'not-stored' }, { status: 500 })
  }
}
