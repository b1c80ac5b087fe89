import { formatAmount } from '../money/currencies'
import { periodOf } from '../resources/subscriptions/items'
import { ENDED } from '../resources/subscriptions/plan-next'
import type { Tables } from '../state/database'
import type { SubscriptionRow } from '../state/rows'
import { action, badge, table, time } from './dashboard-parts'
import { type Html, html } from './html'

const SHOWN = 25

/** The newest subscriptions, with what time and banks do to them as buttons. */
export function subscriptionTable(tables: Tables): Html {
  const rows = tables.subscriptions.all().toReversed().slice(0, SHOWN)
  return table(
    ['Subscription', 'Price', 'Status', 'Period ends (UTC)', 'Actions'],
    rows.map((row) => {
      const price = row.items.data[0]?.price
      const amount = price ? formatAmount(price.unit_amount ?? 0, price.currency) : ''
      return html`<tr><td class="mono">${row.id}</td>
<td class="number">${amount} / ${price?.recurring?.interval}</td>
<td>${badge(row.status)}${row.cancel_at !== null && html` ${badge('ends')}`}</td>
<td>${time(periodOf(row).end)}</td><td>${actionsOf(row)}</td></tr>`
    }),
  )
}

function actionsOf(row: SubscriptionRow): Html[] | null {
  if (ENDED.includes(row.status)) return null
  const customer = { customer: row.customer }
  const buttons = [
    action('declineRenewals', 'Decline next payment', customer),
    action('changeCard', 'Give a good card', customer),
  ]
  return [action('skipToNext', 'Skip to what comes next', { subscription: row.id }), ...buttons]
}
