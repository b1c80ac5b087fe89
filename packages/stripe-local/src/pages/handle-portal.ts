import type { IncomingMessage, ServerResponse } from 'node:http'
import type Stripe from 'stripe'
import type { App } from '../app'
import { ApiError } from '../http/api-error'
import { readBody } from '../http/read-body'
import { redirect, respondHtml } from '../http/respond'
import { PORTAL_SECONDS } from '../resources/billing-portal/session'
import { requireCustomer } from '../resources/customers/create'
import { replaceCard } from '../resources/customers/replace-card'
import { cancelSubscription, keepSubscription } from '../resources/subscriptions/cancel'
import { updateSubscription } from '../resources/subscriptions/update'
import type { Scope } from '../scope'
import type { SubscriptionRow } from '../state/rows'
import { expiredVisitPage, missingPage } from './notices'
import { cancelPage, portalPage } from './portal-page'
import { type PortalView, portalView } from './portal-view'
import { cardSchema, readCard } from './submission'

interface Visit {
  app: App
  response: ServerResponse
  session: Stripe.BillingPortal.Session
  view: PortalView
}

type Form = Record<string, string>

/** Serves `/p/session/:token` and its forms. Every form ends in a redirect or says what is wrong. */
export async function handlePortal(
  app: App,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  action: string | null,
): Promise<void> {
  const body = request.method === 'POST' ? await readBody(request) : null
  app.runDue()
  await app.commit()
  const path = action === null ? url.pathname : url.pathname.slice(0, -action.length - 1)
  const { tables } = app.db
  const session = tables.portalSessions.find((row) => new URL(row.url).pathname === path)
  const view = session && portalView(tables, session, said(app, url))
  if (!session || !view) return respondHtml(response, 404, missingPage())
  if (session.created + PORTAL_SECONDS < app.clock.now()) {
    return respondHtml(response, 410, expiredVisitPage(session.return_url))
  }
  const visit = { app, response, session, view }
  if (body !== null) return submit(visit, action, Object.fromEntries(new URLSearchParams(body)))
  if (action === 'cancel' || (action === null && view.flow?.subscription_cancel && !view.done)) {
    return showCancel(visit, url.searchParams.get('subscription'))
  }
  respondHtml(response, 200, portalPage(view))
}

function said(app: App, url: URL) {
  return {
    merchantName: app.config.merchantName,
    done: url.searchParams.get('done'),
    problem: url.searchParams.get('problem'),
  }
}

function showCancel({ response, view }: Visit, id: string | null): void {
  const wanted = id ?? view.flow?.subscription_cancel?.subscription
  const row = view.subscriptions.find((subscription) => subscription.id === wanted)
  if (!row || row.cancel_at !== null) redirect(response, view.path)
  else respondHtml(response, 200, cancelPage(view, row))
}

async function submit(visit: Visit, action: string | null, form: Form): Promise<void> {
  const { app, response, view } = visit
  if (action === 'card') return submitCard(visit, form)
  const row = view.subscriptions.find(({ id }) => id === form.subscription)
  const work = row && workOf(view, action, row, form)
  if (!row || !work) return respondHtml(response, 404, missingPage())
  try {
    app.change((scope) => work(scope.at(row.test_clock)))
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    await app.commit()
    return redirect(response, `${view.path}?problem=${encodeURIComponent(error.message)}`)
  }
  await leave(visit, action ?? '')
}

/** What a form does to a subscription; undefined for what the portal does not offer. */
function workOf(
  { features, choices }: PortalView,
  action: string | null,
  row: SubscriptionRow,
  form: Form,
): ((scope: Scope) => unknown) | undefined {
  const details = { feedback: form.feedback ?? '' }
  const cancel = features.subscription_cancel
  if (action === 'cancel' && cancel.enabled) {
    // As in Stripe's portal the end is set by its date; `cancel_at_period_end` stays false.
    return (scope) =>
      cancel.mode === 'immediately'
        ? cancelSubscription(scope, row, {
            prorate: cancel.proration_behavior !== 'none',
            invoice_now: cancel.proration_behavior === 'always_invoice',
            cancellation_details: details,
          })
        : updateSubscription(scope, row, {
            cancel_at: 'min_period_end',
            cancellation_details: details,
          })
  }
  if (action === 'keep' && row.cancel_at !== null) return (scope) => keepSubscription(scope, row)
  const item = row.items.data[0]
  const isOffered = choices[row.id]?.some(({ id }) => id === form.price)
  if (action !== 'switch' || !item || !isOffered || form.price === undefined) return undefined
  const items = [{ id: item.id, price: form.price }]
  return (scope) =>
    updateSubscription(scope, row, {
      items,
      proration_behavior: prorationOf(features.subscription_update.proration_behavior),
      payment_behavior: 'error_if_incomplete',
    })
}

function prorationOf(given: string): 'always_invoice' | 'create_prorations' | 'none' {
  return given === 'always_invoice' || given === 'create_prorations' ? given : 'none'
}

async function submitCard(visit: Visit, form: Form): Promise<void> {
  const { app, response, session, view } = visit
  const given = cardSchema.safeParse(form)
  if (!given.success || !view.features.payment_method_update.enabled) {
    return respondHtml(response, 404, missingPage())
  }
  const { card, errors } = readCard(given.data, app.clock.nowMs())
  if (card && !card.canBeSaved && card.result.kind === 'declined') {
    errors.card_number = card.result.message
  }
  if (!card || Object.keys(errors).length > 0) {
    const { cvc: _cvc, ...values } = given.data
    const page = portalPage({ ...view, form: { attempt: 0, values, errors } })
    return respondHtml(response, 422, page)
  }
  app.change((scope) => replaceCard(scope, requireCustomer(scope, session.customer), card))
  await leave(visit, 'card')
}

/** Where the browser goes after a form: back to the page, or where the flow leads. */
async function leave({ app, response, view }: Visit, done: string): Promise<void> {
  app.runDue()
  await app.commit()
  const after = view.flow?.after_completion
  const target = after?.type === 'redirect' ? after.redirect?.return_url : undefined
  redirect(response, target ?? `${view.path}?done=${done}`)
}
