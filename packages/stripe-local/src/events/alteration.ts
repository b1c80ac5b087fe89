import { createHmac } from 'node:crypto'
import type Stripe from 'stripe'
import { z } from 'zod'

/** How a delivery is made to differ from an honest one, to try out a receiver. */
export const alterationSchema = z.strictObject({
  /** Signed with another secret than the endpoint's. */
  secret: z.string().min(1).optional(),
  /** Moves the time in the signature: -301 is just too old for the usual tolerance. */
  timestampOffsetSeconds: z.number().int().optional(),
  /** `missing`: no header; `malformed`: not a signature; `tampered`: the body changed after signing. */
  signature: z.enum(['missing', 'malformed', 'tampered']).optional(),
  livemode: z.boolean().optional(),
  /** As an event of a connected account. */
  account: z.string().min(1).optional(),
  apiVersion: z.string().min(1).nullable().optional(),
  /** The same content under another event id, as a second endpoint of another mode would see it. */
  eventId: z.string().min(1).optional(),
})

export type Alteration = z.output<typeof alterationSchema>

export interface SignedRequest {
  body: string
  headers: Record<string, string>
}

/** `t=…,v1=…`: HMAC SHA-256 of time and body (docs.stripe.com/webhooks#verify-manually). */
export function signatureOf(body: string, secret: string, unixSeconds: number): string {
  const hash = createHmac('sha256', secret).update(`${unixSeconds}.${body}`).digest('hex')
  return `t=${unixSeconds},v1=${hash}`
}

/**
 * The request that delivers an event. The signature carries the real time, not the server's
 * movable clock, because receivers compare it with their own.
 */
export function signedRequest(
  event: Stripe.Event,
  secret: string,
  alteration: Alteration = {},
): SignedRequest {
  const altered = {
    ...event,
    ...(alteration.eventId === undefined ? {} : { id: alteration.eventId }),
    ...(alteration.livemode === undefined ? {} : { livemode: alteration.livemode }),
    ...(alteration.account === undefined ? {} : { account: alteration.account }),
    ...(alteration.apiVersion === undefined ? {} : { api_version: alteration.apiVersion }),
  }
  const body = JSON.stringify(altered, null, 2)
  const seconds = Math.floor(Date.now() / 1000) + (alteration.timestampOffsetSeconds ?? 0)
  const signature = signatureOf(body, alteration.secret ?? secret, seconds)
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    accept: '*/*; q=0.5, application/xml',
    'user-agent': 'Stripe/1.0 (local)',
  }
  if (alteration.signature === 'malformed') headers['stripe-signature'] = 'not a signature'
  else if (alteration.signature !== 'missing') headers['stripe-signature'] = signature
  return { body: alteration.signature === 'tampered' ? `${body}\n ` : body, headers }
}
