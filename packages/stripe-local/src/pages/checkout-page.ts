import type Stripe from 'stripe'
import { formatAmount } from '../money/currencies'
import type { LineItemRow } from '../state/rows'
import { checkoutForm, type FormState } from './checkout-form'
import { type Html, html } from './html'
import { layout } from './layout'

export interface CheckoutView {
  session: Stripe.Checkout.Session
  lineItems: LineItemRow[]
  descriptions: Record<string, string | null>
  merchantName: string
  form: FormState
  emailIsFixed: boolean
  /** How long nothing is charged, e.g. `Free for 14 days`; null without a trial. */
  trial: string | null
  /** Why the last attempt failed, when it did. */
  declined: string | null
}

const VERBS: Record<string, string> = { book: 'Book', donate: 'Donate' }

/** The page on which a person pays. */
export function checkoutPage(view: CheckoutView): string {
  const { session, merchantName } = view
  const total = money(session, session.amount_total ?? 0)
  const isSubscription = session.mode === 'subscription'
  return layout(
    `${isSubscription ? 'Subscribe to' : 'Pay'} ${merchantName}`,
    html`<main class="checkout">
<section class="summary" aria-labelledby="shop">
<div>
<h1 id="shop">${merchantName}</h1>
<p class="total number">${total}</p>
</div>
<ul class="lines">${view.lineItems.map((line) => lineRow(view, line))}</ul>
${isSubscription && html`<p class="small quiet">${termsOf(view)}</p>`}
<p class="sum"><span>${isSubscription ? 'Due today' : 'Total due'}</span><span class="number">${total}</span></p>
${session.cancel_url && html`<p><a href="${session.cancel_url}">Back to ${merchantName}</a></p>`}
</section>
<section class="panel" aria-labelledby="payment">
<h2 id="payment" class="visually-hidden">Payment</h2>
${view.declined && html`<p class="notice bad" role="alert">${view.declined}</p>`}
${checkoutForm(session, view.form, view.emailIsFixed, payLabel(session, total))}
</section>
</main>`,
  )
}

function payLabel(session: Stripe.Checkout.Session, total: string): string {
  if (session.mode !== 'subscription')
    return `${VERBS[session.submit_type ?? ''] ?? 'Pay'} ${total}`
  return session.amount_total === 0 ? 'Start trial' : `Subscribe for ${total}`
}

/** What will be charged later, and when it begins. */
function termsOf({ session, lineItems, trial }: CheckoutView): string {
  const sum = lineItems.reduce(
    (total, line) => total + (line.price.unit_amount ?? 0) * (line.quantity ?? 1),
    0,
  )
  const { interval = 'month', interval_count: count = 1 } = lineItems[0]?.price.recurring ?? {}
  const every = count === 1 ? interval : `${count} ${interval}s`
  const price = `${money(session, sum)} every ${every}`
  return trial ? `${trial}, then ${price} until you cancel.` : `${price} until you cancel.`
}

function money(session: Stripe.Checkout.Session, amount: number): string {
  const locale = session.locale && session.locale !== 'auto' ? session.locale : 'en'
  return formatAmount(amount, session.currency ?? 'usd', locale)
}

function lineRow(view: CheckoutView, line: LineItemRow): Html {
  const quantity = line.quantity ?? 1
  const description = view.descriptions[line.id]
  return html`<li>
<div><p>${line.description}</p>
${description && html`<p class="small quiet">${description}</p>`}
${quantity > 1 && html`<p class="small quiet">${quantity} × ${money(view.session, line.price.unit_amount ?? 0)}</p>`}</div>
<span class="number">${money(view.session, line.amount_total)}</span>
</li>`
}
