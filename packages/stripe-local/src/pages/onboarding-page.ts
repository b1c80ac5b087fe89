import type Stripe from 'stripe'
import { SLOW_TAX_ID } from '../resources/accounts/requirements'
import { type Html, html } from './html'
import { layout } from './layout'

export interface OnboardingView {
  link: string
  account: Stripe.Account
  merchantName: string
  values: Record<string, string>
  errors: Record<string, string>
}

/** The page on which the owner of an account tells what Stripe has to know before it pays anybody. */
export function onboardingPage(view: OnboardingView): string {
  const { link, merchantName, account } = view
  return layout(
    `Get paid by ${merchantName}`,
    html`<main class="narrow">
<h1>Get paid by ${merchantName}</h1>
<p class="quiet">This stands in for the page on which Stripe asks for the details of a business. Account <span class="mono">${account.id}</span>.</p>
<form class="pay panel" method="post" action="/connect/onboarding/${link}" novalidate>
${field(view, 'name', 'Legal name of the business', 'organization')}
${field(view, 'address', 'Street and number', 'address-line1')}
${field(view, 'tax_id', 'Tax number', 'off')}
<p class="small quiet">Any nine digits. ${SLOW_TAX_ID} takes its time to be checked.</p>
${field(view, 'bank', 'Bank account (IBAN or number)', 'off')}
<label class="choice"><input type="checkbox" name="terms" value="yes" ${view.values.terms === 'yes' && html`checked`}> I accept the terms of payouts</label>
${problem(view, 'terms')}
<div class="actions">
<button name="step" value="finish">Finish</button>
<button name="step" value="later" class="plain">Save for later</button>
</div>
</form>
</main>`,
  )
}

function field(view: OnboardingView, name: string, label: string, autocomplete: string): Html {
  const error = view.errors[name]
  return html`<div><label for="${name}">${label}</label>
<input type="text" id="${name}" name="${name}" autocomplete="${autocomplete}" value="${view.values[name] ?? ''}" ${error && html`aria-invalid="true" aria-describedby="${name}-error"`}>
${problem(view, name)}</div>`
}

function problem({ errors }: OnboardingView, name: string): Html | undefined {
  const error = errors[name]
  return error === undefined ? undefined : html`<p class="error" id="${name}-error">${error}</p>`
}

/** What stands in for the account's own dashboard at Stripe. */
export function accountPage(account: Stripe.Account, payouts: Stripe.Payout[]): string {
  return layout(
    'Express account',
    html`<main class="narrow">
<h1>${account.company?.name ?? 'Express account'}</h1>
<p class="quiet">This stands in for the pages on which Stripe shows the owner of an account what was paid. Account <span class="mono">${account.id}</span>.</p>
<p>${account.payouts_enabled ? 'Payouts to your bank are on.' : 'Payouts to your bank are off.'} ${payouts.length} so far.</p>
</main>`,
  )
}
