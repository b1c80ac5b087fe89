import type { IncomingMessage, ServerResponse } from 'node:http'
import type Stripe from 'stripe'
import { z } from 'zod'
import type { App } from '../app'
import { readBody } from '../http/read-body'
import { redirect, respondHtml } from '../http/respond'
import { failChallenge, payByBank, payByCard, startWithoutCard } from '../payments/attempt'
import { findCard } from '../payments/cards'
import { intentOf } from '../payments/session-intent'
import { needsCard } from '../payments/subscribe'
import type { CheckoutRow } from '../state/rows'
import { checkoutPage } from './checkout-page'
import { challengePage, completePage, expiredPage, missingPage, refusedPage } from './notices'
import { readSubmission, submissionSchema } from './submission'

interface Visit {
  app: App
  request: IncomingMessage
  response: ServerResponse
  session: Stripe.Checkout.Session
  checkout: CheckoutRow
}

/** Serves `/c/pay/:id` and its 3-D Secure step. Every POST ends in a redirect or shows what is wrong. */
export async function handleCheckout(
  app: App,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
  step: 'pay' | 'authenticate',
): Promise<void> {
  const body = request.method === 'POST' ? await readBody(request) : null
  app.runDue()
  const session = app.db.tables.sessions.get(id)
  const checkout = app.db.tables.checkouts.get(id)
  if (!session || !checkout) return respondHtml(response, 404, missingPage())
  const visit = { app, request, response, session, checkout }
  if (body !== null) {
    const form = Object.fromEntries(new URLSearchParams(body))
    if (step === 'pay') await submitPayment(visit, form)
    else await submitChallenge(visit, form)
    return
  }
  await app.commit()
  if (session.status === 'complete') {
    respondHtml(response, 200, completePage(session, successUrl(session)))
  } else if (session.status === 'expired') {
    respondHtml(response, 410, expiredPage(session))
  } else if (step === 'pay') {
    showForm(visit, 200, { ...checkout.typed }, {})
  } else if (checkout.challenge) {
    const last4 = checkout.challenge.cardNumber.slice(-4)
    respondHtml(response, 200, challengePage(session, checkout.attempt, last4))
  } else {
    redirect(response, `/c/pay/${id}`)
  }
}

async function submitPayment(visit: Visit, form: Record<string, string>): Promise<void> {
  const { app, session, checkout, response } = visit
  const parsed = submissionSchema.safeParse(form)
  if (!parsed.success) {
    return respondHtml(response, 400, refusedPage('The payment form is incomplete. Load it again.'))
  }
  const given = parsed.data
  if (!isOffered(session, given.method)) {
    return respondHtml(response, 400, refusedPage('This order cannot be paid in this way.'))
  }
  if (isRepeat(visit, given.attempt)) return showResult(visit)
  const fixed = fixedEmail(app, session)
  const typed = { email: fixed ?? given.email, name: given.name }
  const reading = readSubmission({ ...given, ...typed }, app.clock.nowMs())
  if (reading.kind === 'wrong') {
    const { method, card_number, expiry } = given
    return showForm(visit, 422, { ...typed, method, card_number, expiry }, reading.errors)
  }
  app.change((scope) => {
    const row = scope.tables.checkouts.put({ ...checkout, attempt: checkout.attempt + 1, typed })
    const open = { session, checkout: row }
    if (reading.kind === 'free') return startWithoutCard(scope, open, typed)
    if (reading.kind === 'bank') return payByBank(scope, open, reading.account, typed)
    return payByCard(scope, open, reading.card, typed, false)
  })
  await showResult(visit)
}

/** Whether the page offers this way to pay; a trial without a card has none. */
function isOffered(session: Stripe.Checkout.Session, method: string): boolean {
  if (!needsCard(session)) return method === 'none'
  return session.payment_method_types.includes(method)
}

const challengeSchema = z.strictObject({
  attempt: z.string().regex(/^\d{1,9}$/),
  outcome: z.enum(['complete', 'fail']),
})

async function submitChallenge(visit: Visit, form: Record<string, string>): Promise<void> {
  const { app, session, checkout } = visit
  const parsed = challengeSchema.safeParse(form)
  const challenge = checkout.challenge
  if (!parsed.success || !challenge || isRepeat(visit, parsed.data.attempt)) {
    return showResult(visit)
  }
  const card = findCard(challenge.cardNumber)
  app.change((scope) => {
    const row = scope.tables.checkouts.put({ ...checkout, attempt: checkout.attempt + 1 })
    const open = { session, checkout: row }
    if (parsed.data.outcome === 'fail' || !card) return failChallenge(scope, open)
    return payByCard(scope, open, card, challenge, true)
  })
  await showResult(visit)
}

/**
 * A form that was shown before the latest submission, or of a session that is closed, must not
 * be carried out: a double click or a reload pays once.
 */
function isRepeat({ session, checkout }: Visit, attempt: string): boolean {
  return session.status !== 'open' || Number(attempt) !== checkout.attempt
}

/** Sends the browser where the state now belongs: to the shop, to the challenge or back to the form. */
async function showResult({ app, response, session }: Visit): Promise<void> {
  await app.commit()
  const current = app.db.tables.sessions.get(session.id) ?? session
  const checkout = app.db.tables.checkouts.get(session.id)
  if (current.status === 'complete') redirect(response, successUrl(current))
  else if (checkout?.challenge) redirect(response, `/c/pay/${session.id}/authenticate`)
  else redirect(response, `/c/pay/${session.id}`)
}

function showForm(
  { app, response, session, checkout }: Visit,
  status: number,
  values: Record<string, string>,
  errors: Record<string, string>,
): void {
  const { tables } = app.db
  const fixed = fixedEmail(app, session)
  const error =
    checkout.subscription?.setupError ??
    intentOf(app.db, session, checkout)?.last_payment_error?.message
  const descriptions = Object.fromEntries(
    checkout.lineItems.map((line) => [
      line.id,
      tables.products.get(String(line.price.product))?.description ?? null,
    ]),
  )
  const customer = tables.customers.get(String(session.customer))
  const email = fixed ?? (values.email || customer?.email || '')
  const page = checkoutPage({
    session,
    lineItems: checkout.lineItems,
    descriptions,
    merchantName: app.config.merchantName,
    form: { attempt: checkout.attempt, values: { ...values, email }, errors },
    emailIsFixed: fixed !== null,
    trial: trialText(checkout),
    declined: Object.keys(errors).length > 0 ? null : (error ?? null),
  })
  respondHtml(response, status, page)
}

function trialText({ subscription }: CheckoutRow): string | null {
  const days = subscription?.trialDays ?? null
  if (days !== null) return days === 1 ? 'Free for a day' : `Free for ${days} days`
  const end = subscription?.trialEnd ?? null
  return end === null ? null : `Free until ${new Date(end * 1000).toISOString().slice(0, 10)}`
}

function fixedEmail(app: App, session: Stripe.Checkout.Session): string | null {
  const customer = app.db.tables.customers.get(String(session.customer))
  return session.customer_email ?? customer?.email ?? null
}

function successUrl(session: Stripe.Checkout.Session): string {
  return (session.success_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', session.id)
}
