import type Stripe from 'stripe'
import type { App } from '../app'
import { formatAmount } from '../money/currencies'
import { DISPUTE_TRANSITIONS, type DisputeStatus } from '../resources/disputes/states'
import { action, badge, table, time } from './dashboard-parts'
import { subscriptionTable } from './dashboard-subscriptions'
import { type Html, html } from './html'
import { layout } from './layout'

const SHOWN_PAYMENTS = 25
const SHOWN_EVENTS = 50

/** The overview at `/`: what was paid, and buttons for what banks and customers do. */
export function dashboardPage(app: App, query: URLSearchParams): string {
  const { tables, settings } = app.db
  const done = query.get('done')
  const problem = query.get('problem')
  const paused = settings.deliveriesPaused
  return layout(
    'Local Stripe',
    html`<main class="dashboard">
<header>
<div><h1>Local Stripe</h1>
<p class="quiet">${app.config.merchantName} · webhooks to ${app.config.webhookUrl ?? 'nowhere'} · clock ${time(app.clock.now())} UTC${app.clock.isFrozen && ' (frozen)'}</p></div>
<div class="actions">
${action(paused ? 'resumeDeliveries' : 'pauseDeliveries', paused ? 'Resume webhooks' : 'Hold webhooks', {})}
${action('advanceClock', 'Advance one hour', { seconds: '3600' })}
${action('resetClock', 'Real time', {})}
</div>
</header>
${done && html`<p class="notice good" role="status">Done: ${done.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}.</p>`}
${problem && html`<p class="notice bad" role="alert">${problem}</p>`}
${section('Payments', paymentTable(app))}
${tables.subscriptions.size > 0 && section('Subscriptions', subscriptionTable(tables))}
${tables.refunds.size > 0 && section('Refunds', refundTable(app))}
${tables.disputes.size > 0 && section('Disputes', disputeTable(app))}
${section('Events', eventTable(app))}
</main>`,
  )
}

function section(title: string, body: Html): Html {
  return html`<section class="panel"><h2>${title}</h2>${body}</section>`
}

function paymentTable(app: App): Html {
  const intents = app.db.tables.paymentIntents.all().toReversed().slice(0, SHOWN_PAYMENTS)
  if (intents.length === 0)
    return html`<p class="quiet">No payments yet. They appear here once a checkout is used.</p>`
  return table(
    ['Payment', 'Amount', 'Status', 'Created (UTC)', 'Actions'],
    intents.map((intent) => paymentRow(app, intent)),
  )
}

function paymentRow(app: App, intent: Stripe.PaymentIntent): Html {
  const charge = app.db.tables.charges.get(String(intent.latest_charge))
  const refunded = charge?.amount_refunded ?? 0
  const canRefund = charge?.status === 'succeeded' && refunded < charge.amount
  return html`<tr>
<td class="mono">${intent.id}</td>
<td class="number">${formatAmount(intent.amount, intent.currency)}${refunded > 0 && html`<br><span class="quiet">−${formatAmount(refunded, intent.currency)}</span>`}</td>
<td>${badge(intent.status)}${charge?.disputed && html` ${badge('disputed')}`}</td>
<td>${time(intent.created)}</td>
<td>
${
  intent.status === 'processing' && [
    action('settlePayment', 'Settle', { paymentIntent: intent.id, outcome: 'succeeded' }),
    action('settlePayment', 'Let it fail', { paymentIntent: intent.id, outcome: 'failed' }),
  ]
}
${
  canRefund &&
  action(
    'createRefund',
    'Refund',
    { charge: charge.id },
    html`<input type="text" inputmode="numeric" name="amount" placeholder="all" aria-label="Amount in minor units of ${intent.id}">`,
  )
}
${
  canRefund &&
  !charge.disputed && [
    action('createDispute', 'Dispute', { charge: charge.id }),
    action('createDispute', 'Inquiry', { charge: charge.id, status: 'warning_needs_response' }),
  ]
}
</td></tr>`
}

function refundTable(app: App): Html {
  const refunds = app.db.tables.refunds.all().toReversed().slice(0, SHOWN_PAYMENTS)
  return table(
    ['Refund', 'Amount', 'Status', 'Created (UTC)', 'Actions'],
    refunds.map((refund) => {
      const status = refund.status ?? ''
      const isOpen = status === 'pending' || status === 'requires_action'
      return html`<tr><td class="mono">${refund.id}</td>
<td class="number">${formatAmount(refund.amount, refund.currency)}</td><td>${badge(status)}</td><td>${time(refund.created)}</td>
<td>${isOpen && action('succeedRefund', 'Succeed', { refund: refund.id })}${(isOpen || status === 'succeeded') && action('failRefund', 'Fail', { refund: refund.id })}</td></tr>`
    }),
  )
}

function disputeTable(app: App): Html {
  const disputes = app.db.tables.disputes.all().toReversed().slice(0, SHOWN_PAYMENTS)
  return table(
    ['Dispute', 'Amount', 'Reason', 'Status', 'Actions'],
    disputes.map((dispute) => {
      const next = DISPUTE_TRANSITIONS[dispute.status as DisputeStatus]
      return html`<tr><td class="mono">${dispute.id}</td>
<td class="number">${formatAmount(dispute.amount, dispute.currency)}</td><td>${dispute.reason.replaceAll('_', ' ')}</td><td>${badge(dispute.status)}</td>
<td>${next.map((status) => action('moveDispute', status.replaceAll('_', ' '), { dispute: dispute.id, status }))}</td></tr>`
    }),
  )
}

function eventTable(app: App): Html {
  const events = app.db.tables.events.all().toReversed().slice(0, SHOWN_EVENTS)
  if (events.length === 0) return html`<p class="quiet">No events yet.</p>`
  return table(
    ['Event', 'Type', 'Created (UTC)', 'Deliveries', 'Actions'],
    events.map((event) => {
      const deliveries = app.db.tables.deliveries.filter((row) => row.event === event.id)
      return html`<tr><td class="mono">${event.id}</td><td class="mono">${event.type}</td><td>${time(event.created)}</td>
<td>${deliveries.map((row) => html`${badge(row.state)} <span class="quiet">${row.attempts} sent${row.lastStatus !== null && `, HTTP ${row.lastStatus}`}${row.lastError && `, ${row.lastError}`}</span><br>`)}</td>
<td>${action('duplicateDelivery', 'Send again', { event: event.id })}</td></tr>`
    }),
  )
}
