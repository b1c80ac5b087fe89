import type Stripe from 'stripe'

/** A price as it travels: the SDK turns the decimal string into its own Decimal. */
export type PriceRow = Omit<Stripe.Price, 'unit_amount_decimal'> & { unit_amount_decimal: string }

/** A line item as it travels. */
export type LineItemRow = Omit<Stripe.LineItem, 'price'> & { price: PriceRow }

/** A list inside an object, as it travels. */
interface Embedded<T> {
  object: 'list'
  data: T[]
  has_more: boolean
  url: string
}

/** The plan that Stripe still sends beside each recurring price. */
export type PlanRow = Omit<Stripe.Plan, 'amount_decimal'> & { amount_decimal: string }

export type SubscriptionItemRow = Omit<Stripe.SubscriptionItem, 'price' | 'plan' | 'quantity'> & {
  price: PriceRow
  plan: PlanRow
  quantity: number
}

/** A subscription as it travels; what it refers to is stored as ids. */
export type SubscriptionRow = Omit<
  Stripe.Subscription,
  'items' | 'customer' | 'default_payment_method' | 'latest_invoice' | 'test_clock'
> & {
  items: Embedded<SubscriptionItemRow>
  customer: string
  default_payment_method: string | null
  latest_invoice: string | null
  test_clock: string | null
}

/** How a line was priced; decimals travel as text. */
export interface PricingRow {
  type: 'price_details'
  price_details: { price: string; product: string }
  unit_amount_decimal: string
}

export type InvoiceLineRow = Omit<
  Stripe.InvoiceLineItem,
  'pricing' | 'quantity' | 'quantity_decimal'
> & { pricing: PricingRow; quantity: number; quantity_decimal: string }

/** An invoice as it travels. Its payments are rows of their own and only added when expanded. */
export type InvoiceRow = Omit<
  Stripe.Invoice,
  'lines' | 'customer' | 'default_payment_method' | 'payments' | 'test_clock'
> & {
  lines: Embedded<InvoiceLineRow>
  customer: string
  default_payment_method: string | null
  test_clock: string | null
}

/** Something still to be put on an invoice, such as one side of a proration. */
export type InvoiceItemRow = Omit<
  Stripe.InvoiceItem,
  'pricing' | 'quantity_decimal' | 'customer' | 'invoice' | 'test_clock'
> & {
  pricing: PricingRow
  quantity_decimal: string
  customer: string
  invoice: string | null
  test_clock: string | null
}

/** The test card behind a payment method: decides what its payments come to. */
export interface PaymentMethodOriginRow {
  id: string
  cardNumber: string
}

/** Payments of a customer that fail whatever the card, because a test asked for it. */
export interface DeclineRow {
  /** The customer. */
  id: string
  remaining: number
  declineCode: string
}

/** What becomes of a subscription whose renewal could not be collected. */
export interface DunningRow {
  /** Days from each failed attempt to the next. */
  retryDays: number[]
  after: 'cancel' | 'unpaid' | 'past_due'
}

/** What a session in subscription mode starts once it is completed. */
export interface CheckoutSubscription {
  description: string | null
  metadata: Stripe.Metadata
  trialDays: number | null
  trialEnd: number | null
  missingPaymentMethod: 'cancel' | 'create_invoice' | 'pause'
  /** The PaymentIntent of the first attempts; the first invoice takes it over. */
  paymentIntent: string | null
  /** Why the last card could not be saved, when nothing was to be paid. */
  setupError: string | null
}

/** What a checkout knows beyond the public session. Same id as the session. */
export interface CheckoutRow {
  id: string
  lineItems: LineItemRow[]
  /** Null in payment mode. */
  subscription: CheckoutSubscription | null
  paymentIntentData: {
    description: string | null
    metadata: Stripe.Metadata
    receiptEmail: string | null
    statementDescriptor: string | null
    statementDescriptorSuffix: string | null
    transferGroup: string | null
  }
  /** Rises with every submission of the page; a form that carries an older number is a repeat. */
  attempt: number
  /** What the person typed last, shown again after a decline. */
  typed: { email: string; name: string }
  /** The card that waits for the 3-D Secure challenge. */
  challenge: { cardNumber: string; email: string; name: string } | null
}

/** How a charge was paid: decides what happens to it later. */
export interface ChargeOriginRow {
  id: string
  cardNumber: string | null
  bankAccount: string | null
}

/** What is known of a connected account beyond the object. Same id as the account. */
export interface AccountRow {
  id: string
  /** requirements that are met, by Stripe's names */
  given: string[]
  isChecking: boolean
  /** why Stripe has stopped it */
  stopped: Stripe.Account.Requirements.DisabledReason | null
  isDeauthorized: boolean
}

/** A link to the onboarding page; good for one submission. */
export interface AccountLinkRow {
  id: string
  account: string
  returnUrl: string
  refreshUrl: string
  expiresAt: number
  isUsed: boolean
}

/** A movement on the balance of a connected account. Same id as the transaction. */
export interface AccountMovementRow {
  id: string
  account: string
  /** the payout to the bank that it went into */
  payout: string | null
  transaction: Stripe.BalanceTransaction
}

/** A payout from a connected account to its bank. Same id as the payout. */
export interface BankPayoutRow {
  id: string
  account: string
  payout: Stripe.Payout
}

/** One event on its way to one endpoint. Times are milliseconds on the server's own clock. */
export interface DeliveryRow {
  id: string
  event: string
  endpoint: string
  url: string
  state: 'pending' | 'delivered' | 'failed' | 'dropped'
  attempts: number
  nextAttemptAt: number
  position: number
  lastStatus: number | null
  lastError: string | null
  deliveredAt: number | null
}

/** The stored answer to a POST that carried an Idempotency-Key. */
export interface IdempotencyRow {
  id: string
  fingerprint: string
  status: number
  body: string
  requestId: string
  createdAt: number
}

/** Something the server does by itself once its clock reaches `dueAt` (Unix seconds). */
export interface JobRow {
  id: string
  dueAt: number
  kind:
    | 'expire_session'
    | 'settle_payment'
    | 'post_balance_transaction'
    | 'release_balance_transaction'
    | 'open_dispute'
    | 'decide_dispute'
    | 'finish_refund'
    | 'pay_out_account'
    | 'subscription_due'
    | 'invoice_due'
    | 'test_clock_arrived'
  target: string
  detail: string
  /** The test clock that decides when it is due; null for the server's own. */
  clock: string | null
}

/** An API failure waiting to happen. */
export interface FaultRow {
  id: string
  method: 'GET' | 'POST' | 'DELETE' | null
  pathPrefix: string
  kind: 'rate_limit' | 'server_error' | 'timeout' | 'disconnect' | 'delay'
  /** `before` nothing happened yet; `after` the work is done and only the answer is lost. */
  when: 'before' | 'after'
  remaining: number
  milliseconds: number
}

/** The few switches of the server, one row with id `settings`. */
export interface SettingsRow {
  id: 'settings'
  clockOffsetMs: number
  frozenAtMs: number | null
  deliveriesPaused: boolean
  nextPosition: number
  /** The next refunds that start in another status than `succeeded`. */
  refundHold: { remaining: number; status: 'pending' | 'requires_action' } | null
  dunning: DunningRow
}

/** A tax calculation with its lines, which are listed apart from it. */
export interface TaxCalculationRow {
  id: string
  calculation: Stripe.Tax.Calculation
  lines: Stripe.Tax.CalculationLineItem[]
}

/** A tax transaction of a sale: what it was made of, and how much of it was taken back. */
export interface TaxSaleRow {
  id: string
  calculation: string
  reversed: number
}
