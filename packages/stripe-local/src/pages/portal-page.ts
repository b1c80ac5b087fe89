import { formatAmount } from '../money/currencies'
import { periodOf } from '../resources/subscriptions/items'
import type { InvoiceRow, PriceRow, SubscriptionRow } from '../state/rows'
import { cardFields, testCards } from './checkout-form'
import { day } from './day'
import { type Html, html } from './html'
import { layout } from './layout'
import type { PortalView } from './portal-view'

/** The page on which customers manage what they subscribe to. Plain forms, one for each thing. */
export function portalPage(view: PortalView): string {
  const only = view.flow?.type ?? null
  const shows = (type: string) => only === null || only === type
  const { features } = view
  return layout(
    `Billing at ${view.merchantName}`,
    html`<main class="portal">
<header>
<h1>Billing at ${view.merchantName}</h1>
${view.returnUrl && html`<p><a href="${view.returnUrl}">Back to ${view.merchantName}</a></p>`}
</header>
${view.done && html`<p class="notice good" role="status">${view.done}</p>`}
${view.problem && html`<p class="notice bad" role="alert">${view.problem}</p>`}
${(shows('subscription_cancel') || shows('subscription_update')) && plans(view)}
${shows('payment_method_update') && features.payment_method_update.enabled && cardSection(view)}
${only === null && features.invoice_history.enabled && invoiceSection(view)}
</main>`,
  )
}

/** Asks once more before a subscription is ended. */
export function cancelPage(view: PortalView, row: SubscriptionRow): string {
  const { cancellation_reason: reason, mode } = view.features.subscription_cancel
  const ends = mode === 'immediately' ? 'at once' : `on ${day(periodOf(row).end)}`
  return layout(
    'Cancel the subscription',
    html`<main class="narrow">
<h1>Cancel ${nameOf(view, row)}?</h1>
<p class="quiet">It ends ${ends}. Nothing is charged after that.</p>
<form class="pay" method="post" action="${view.path}/cancel">
<input type="hidden" name="subscription" value="${row.id}">
${
  reason.enabled &&
  html`<div><label for="feedback">Why? (optional)</label>
<select id="feedback" name="feedback"><option value="">No answer</option>
${reason.options.map((option) => html`<option value="${option}">${option.replaceAll('_', ' ')}</option>`)}
</select></div>`
}
<button class="wide" data-once="Cancelling…" data-label="Cancel the subscription">Cancel the subscription</button>
</form>
<p><a href="${view.path}">Go back</a></p>
</main>`,
  )
}

function plans(view: PortalView): Html {
  return html`<section class="panel" aria-labelledby="plans"><h2 id="plans">Subscriptions</h2>
${view.subscriptions.length === 0 && html`<p class="quiet">There is no subscription.</p>`}
${view.subscriptions.map((row) => plan(view, row))}</section>`
}

function plan(view: PortalView, row: SubscriptionRow): Html {
  const { subscription_cancel: cancel } = view.features
  const choices = view.choices[row.id] ?? []
  return html`<article class="plan">
<h3>${nameOf(view, row)}</h3>
<p>${priceText(row.items.data[0]?.price)}</p>
<p class="quiet">${stateText(row)}</p>
${
  choices.length > 0 &&
  html`<form class="pay" method="post" action="${view.path}/switch">
<input type="hidden" name="subscription" value="${row.id}">
<fieldset><legend>Change the plan</legend>
${choices.map(
  (price, index) =>
    html`<label class="choice"><input type="radio" name="price" value="${price.id}" ${index === 0 && html`checked`}> ${view.names[String(price.product)]} · ${priceText(price)}</label>`,
)}</fieldset>
<div><button data-once="Changing…" data-label="Change plan">Change plan</button></div></form>`
}
<div class="actions">
${
  cancel.enabled &&
  row.cancel_at === null &&
  html`<a class="button plain" href="${view.path}/cancel?subscription=${row.id}">Cancel the subscription</a>`
}
${
  row.cancel_at !== null &&
  html`<form method="post" action="${view.path}/keep"><input type="hidden" name="subscription" value="${row.id}"><button>Keep the subscription</button></form>`
}
</div></article>`
}

function cardSection(view: PortalView): Html {
  const { card } = view
  return html`<section class="panel" aria-labelledby="card"><h2 id="card">Card</h2>
<p class="quiet">${card?.card ? html`<span class="capital">${card.card.brand}</span> ending in ${card.card.last4}` : 'No card is saved.'}</p>
<form class="pay" method="post" action="${view.path}/card" novalidate>
${cardFields(view.form)}
<button class="wide" data-once="Saving…" data-label="Save the new card">Save the new card</button>
</form>
${testCards()}</section>`
}

function invoiceSection(view: PortalView): Html {
  return html`<section class="panel" aria-labelledby="invoices"><h2 id="invoices">Invoices</h2>
${view.invoices.length === 0 && html`<p class="quiet">There are no invoices yet.</p>`}
${view.invoices.length > 0 && invoiceTable(view.invoices)}</section>`
}

function invoiceTable(invoices: InvoiceRow[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="invoices"><table>
<thead><tr><th scope="col">Date</th><th scope="col">Number</th><th scope="col">Amount</th><th scope="col">Status</th></tr></thead>
<tbody>${invoices.map(
    (
      row,
    ) => html`<tr><td><time datetime="${new Date(row.created * 1000).toISOString()}">${day(row.created)}</time></td>
<td><a href="${row.hosted_invoice_url}">${row.number}</a></td>
<td class="number">${formatAmount(row.total, row.currency)}</td><td>${row.status}</td></tr>`,
  )}</tbody></table></div>`
}

function nameOf(view: PortalView, row: SubscriptionRow): string {
  return view.names[String(row.items.data[0]?.price.product)] ?? 'Subscription'
}

function priceText(price: PriceRow | undefined): string {
  if (!price) return ''
  const { interval = 'month', interval_count: count = 1 } = price.recurring ?? {}
  const every = count === 1 ? interval : `${count} ${interval}s`
  return `${formatAmount(price.unit_amount ?? 0, price.currency)} every ${every}`
}

function stateText(row: SubscriptionRow): string {
  if (row.cancel_at !== null) return `Ends on ${day(row.cancel_at)}.`
  if (row.status === 'trialing') return `Free until ${day(row.trial_end ?? 0)}.`
  if (row.status === 'past_due')
    return 'The last payment failed. Save another card, or pay the open invoice below.'
  if (row.pause_collection !== null) return 'Payments are paused.'
  return row.status === 'active' ? `Renews on ${day(periodOf(row).end)}.` : `It is ${row.status}.`
}
