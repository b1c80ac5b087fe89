import { formatAmount } from '../money/currencies'
import type { InvoiceRow } from '../state/rows'
import { cardFields, type FormState, testCards } from './checkout-form'
import { day } from './day'
import { html } from './html'
import { layout } from './layout'

/** One invoice for the customer, with a form to pay it while it is open. */
export function invoicePage(
  invoice: InvoiceRow,
  merchantName: string,
  form: FormState,
  problem: string | null,
): string {
  const amount = (minor: number) => formatAmount(minor, invoice.currency)
  const isOpen = invoice.status === 'open' || invoice.status === 'uncollectible'
  const label = `Pay ${amount(invoice.amount_remaining)}`
  return layout(
    `Invoice ${invoice.number}`,
    html`<main class="checkout">
<section class="summary" aria-labelledby="invoice">
<div><h1 id="invoice">Invoice ${invoice.number} from ${merchantName}</h1>
<p class="total number">${amount(invoice.total)}</p>
<p class="quiet">${day(invoice.created)} · ${invoice.status}</p></div>
<ul class="lines">${invoice.lines.data.map(
      (line) =>
        html`<li><p>${line.description}</p><span class="number">${amount(line.amount)}</span></li>`,
    )}</ul>
<p class="sum"><span>${isOpen ? 'To pay' : 'Paid'}</span><span class="number">${amount(isOpen ? invoice.amount_remaining : invoice.amount_paid)}</span></p>
</section>
<section class="panel" aria-labelledby="payment">
<h2 id="payment">Payment</h2>
${problem && html`<p class="notice bad" role="alert">${problem}</p>`}
${!isOpen && html`<p class="quiet">There is nothing to pay.</p>`}
${
  isOpen &&
  html`<form class="pay" method="post" action="/i/${invoice.id}" novalidate>
${cardFields(form)}
<button class="wide" data-once="Paying…" data-label="${label}">${label}</button>
</form>${testCards()}`
}
</section>
</main>`,
  )
}
