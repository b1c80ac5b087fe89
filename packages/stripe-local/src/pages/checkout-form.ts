import type Stripe from 'stripe'
import { BANK_ACCOUNTS } from '../payments/bank-accounts'
import { TEST_CARDS } from '../payments/cards'
import { needsCard } from '../payments/subscribe'
import { type Html, html } from './html'

/** What the form shows again after a refusal. */
export interface FormState {
  attempt: number
  values: Record<string, string>
  errors: Record<string, string>
}

/** The payment form: works as plain HTML; the server checks everything. */
export function checkoutForm(
  session: Stripe.Checkout.Session,
  state: FormState,
  emailIsFixed: boolean,
  payLabel: string,
): Html {
  const asksForCard = needsCard(session)
  const offersBank = asksForCard && session.payment_method_types.includes('us_bank_account')
  const offersCard = asksForCard && session.payment_method_types.includes('card')
  const byBank = offersBank && (!offersCard || state.values.method === 'us_bank_account')
  return html`<form class="pay" method="post" action="/c/pay/${session.id}" novalidate>
<input type="hidden" name="attempt" value="${state.attempt}">
<div>
<label for="email">E-mail</label>
<input type="email" id="email" name="email" autocomplete="email" value="${state.values.email}" ${emailIsFixed && html`readonly`} ${describe(state, 'email')}>
${problem(state, 'email')}
</div>
${!asksForCard && html`<input type="hidden" name="method" value="none">`}
${asksForCard && methodChoice(offersCard, offersBank, byBank)}
${offersCard && cardFields(state)}
${offersBank && bankFields()}
<button class="wide" data-once="${asksForCard ? 'Paying…' : 'Starting…'}" data-label="${payLabel}">${payLabel}</button>
</form>
${offersCard && testCards()}`
}

function methodChoice(offersCard: boolean, offersBank: boolean, byBank: boolean): Html {
  return html`<fieldset>
<legend>Payment method</legend>
${
  offersCard &&
  html`<label class="choice"><input type="radio" id="method-card" name="method" value="card" ${!byBank && html`checked`}> Card</label>`
}
${
  offersBank &&
  html`<label class="choice"><input type="radio" id="method-bank" name="method" value="us_bank_account" ${byBank && html`checked`}> Bank debit (delayed)</label>`
}
</fieldset>`
}

/** The fields of a card, also on the pages where one is saved. */
export function cardFields(state: FormState): Html {
  return html`<div class="by-card">
<fieldset>
<legend class="visually-hidden">Card</legend>
${field(state, 'card_number', 'Card number', 'cc-number', '4242 4242 4242 4242')}
<div class="pair">
${field(state, 'expiry', 'Expiry (MM / YY)', 'cc-exp', '12 / 34')}
${field(state, 'cvc', 'Security code', 'cc-csc', '3 or 4 digits')}
</div>
${field(state, 'name', 'Name on the card', 'cc-name', '')}
</fieldset>
</div>`
}

function bankFields(): Html {
  return html`<div class="by-bank">
<label for="bank_account">Test account</label>
<select id="bank_account" name="bank_account">
${BANK_ACCOUNTS.map((account) => html`<option value="${account.number}">${account.title} · ${account.number}</option>`)}
</select>
<p class="small quiet">The order is placed at once; the money arrives, or fails, later.</p>
</div>`
}

function field(
  state: FormState,
  name: string,
  label: string,
  autocomplete: string,
  placeholder: string,
): Html {
  const isNumeric = name !== 'name'
  return html`<div>
<label for="${name}">${label}</label>
<input type="text" id="${name}" name="${name}" ${isNumeric && html`inputmode="numeric"`} autocomplete="${autocomplete}" placeholder="${placeholder}" value="${state.values[name]}" ${describe(state, name)}>
${problem(state, name)}
</div>`
}

function describe(state: FormState, name: string): Html | false {
  return (
    state.errors[name] !== undefined && html`aria-invalid="true" aria-describedby="${name}-error"`
  )
}

function problem(state: FormState, name: string): Html | false {
  const message = state.errors[name]
  return message !== undefined && html`<p class="error" id="${name}-error">${message}</p>`
}

/** Groups of four digits, as printed on a card. */
function spaced(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ')
}

/** The table of test cards, folded away. */
export function testCards(): Html {
  const shown = TEST_CARDS.filter((card) => card.title !== null)
  return html`<details class="small">
<summary>Test cards</summary>
<p class="quiet">Any expiry in the future and any security code will do.</p>
<div class="scroll"><table>
<thead><tr><th scope="col">Number</th><th scope="col">What happens</th><th scope="col"><span class="visually-hidden">Use</span></th></tr></thead>
<tbody>${shown.map(
    (card) => html`<tr>
<td class="mono">${spaced(card.number)}</td><td>${card.title}</td>
<td><button type="button" class="link" data-card="${card.number}" data-cvc="123" data-needs-script hidden aria-label="Use card ${spaced(card.number)}">Use</button></td>
</tr>`,
  )}</tbody>
</table></div>
</details>`
}
