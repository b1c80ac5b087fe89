import type Stripe from 'stripe'
import { invoicesOf } from '../resources/invoices/list-of-customer'
import { ENDED } from '../resources/subscriptions/plan-next'
import type { Tables } from '../state/database'
import type { InvoiceRow, PriceRow, SubscriptionRow } from '../state/rows'
import type { FormState } from './checkout-form'

/** Everything that the portal shows to one customer. */
export interface PortalView {
  /** The path of the visit; every form is sent below it. */
  path: string
  merchantName: string
  returnUrl: string | null
  features: Stripe.BillingPortal.Configuration['features']
  flow: Stripe.BillingPortal.Session['flow']
  subscriptions: SubscriptionRow[]
  /** The prices that a subscription can be switched to, by its id. */
  choices: Record<string, PriceRow[]>
  names: Record<string, string>
  card: Stripe.PaymentMethod | null
  invoices: InvoiceRow[]
  form: FormState
  done: string | null
  problem: string | null
}

const DONE: Record<string, string> = {
  card: 'The new card pays from now on.',
  cancel: 'The subscription ends as shown below.',
  keep: 'The subscription goes on.',
  switch: 'The plan was changed.',
}

/** What the portal shows; `state` and `problem` are what the last form left. */
export function portalView(
  tables: Tables,
  session: Stripe.BillingPortal.Session,
  given: { merchantName: string; done: string | null; problem: string | null; form?: FormState },
): PortalView | undefined {
  const configuration = tables.portalConfigurations.get(String(session.configuration))
  const customer = tables.customers.get(session.customer)
  if (!configuration || !customer) return undefined
  const subscriptions = tables.subscriptions.filter(
    (row) => row.customer === customer.id && !ENDED.includes(row.status),
  )
  const method =
    customer.invoice_settings.default_payment_method ??
    subscriptions.at(-1)?.default_payment_method ??
    null
  const { features } = configuration
  return {
    path: new URL(session.url).pathname,
    merchantName: given.merchantName,
    returnUrl: session.return_url,
    features,
    flow: session.flow,
    subscriptions,
    choices: Object.fromEntries(
      subscriptions.map((row) => [row.id, choicesFor(tables, features, row)]),
    ),
    names: Object.fromEntries(tables.products.all().map(({ id, name }) => [id, name])),
    card: tables.paymentMethods.get(String(method)) ?? null,
    invoices: invoicesOf(tables, customer.id),
    form: given.form ?? { attempt: 0, values: {}, errors: {} },
    done: DONE[given.done ?? ''] ?? null,
    problem: given.problem,
  }
}

/** Other prices of the configured products, in the currency of the subscription. */
function choicesFor(
  tables: Tables,
  { subscription_update: update }: PortalView['features'],
  row: SubscriptionRow,
): PriceRow[] {
  const current = row.items.data[0]?.price.id
  if (!update.enabled || row.items.data.length !== 1) return []
  return (update.products ?? [])
    .flatMap(({ prices }) => prices)
    .map((id) => tables.prices.get(id))
    .filter((price): price is PriceRow => price !== undefined)
    .filter((price) => price.id !== current && price.currency === row.currency)
}
