import type Stripe from 'stripe'
import { formatAmount } from '../money/currencies'
import { type Html, html } from './html'
import { layout } from './layout'

function notice(title: string, text: string, action: Html | null | false): string {
  return layout(
    title,
    html`<main class="narrow"><h1>${title}</h1><p class="quiet">${text}</p>${action && html`<p>${action}</p>`}</main>`,
  )
}

/** For a session that has been paid, or whose payment is on its way. */
export function completePage(session: Stripe.Checkout.Session, successUrl: string): string {
  const isPaid = session.payment_status !== 'unpaid'
  return notice(
    isPaid ? titleOf(session) : 'The payment is on its way',
    isPaid
      ? 'There is nothing more to pay.'
      : 'The bank debit was started. There is nothing more to do here.',
    html`<a class="button" href="${successUrl}">Back to the shop</a>`,
  )
}

function titleOf(session: Stripe.Checkout.Session): string {
  return session.mode === 'subscription'
    ? 'This subscription has already begun'
    : 'This order is already paid'
}

/** For a session that ran out of time. */
export function expiredPage(session: Stripe.Checkout.Session): string {
  return notice(
    'This checkout has expired',
    'Nothing was charged. Go back to the shop to start again.',
    session.cancel_url !== null &&
      html`<a class="button" href="${session.cancel_url}">Back to the shop</a>`,
  )
}

/** For anything that is not here. */
export function missingPage(): string {
  return notice('Page not found', 'There is no such page on the local Stripe.', null)
}

/** For a request that cannot be served, with the reason. */
export function refusedPage(reason: string): string {
  return notice('This request was refused', reason, null)
}

/** The bank's 3-D Secure page. */
export function challengePage(session: Stripe.Checkout.Session, attempt: number, last4: string) {
  const amount = formatAmount(session.amount_total ?? 0, session.currency ?? 'usd')
  return layout(
    '3-D Secure test',
    html`<main class="narrow">
<h1>Test bank: confirm the payment</h1>
<p>Do you want to pay <strong class="number">${amount}</strong> with the card ending in <span class="number">${last4}</span>?</p>
<form method="post" class="actions" action="/c/pay/${session.id}/authenticate">
<input type="hidden" name="attempt" value="${attempt}">
<button name="outcome" value="complete">Complete authentication</button>
<button name="outcome" value="fail" class="plain">Fail authentication</button>
</form>
</main>`,
  )
}

/** For a visit to the portal that is over. */
export function expiredVisitPage(returnUrl: string | null): string {
  return notice(
    'This link has expired',
    'Links to the billing pages work for an hour. Ask for a new one.',
    returnUrl !== null && html`<a class="button" href="${returnUrl}">Go back</a>`,
  )
}
