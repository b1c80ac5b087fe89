import type Stripe from 'stripe'
import type {
  AccountLinkRow,
  AccountMovementRow,
  AccountRow,
  BankPayoutRow,
  ChargeOriginRow,
  CheckoutRow,
  DeclineRow,
  DeliveryRow,
  FaultRow,
  IdempotencyRow,
  InvoiceItemRow,
  InvoiceRow,
  JobRow,
  PaymentMethodOriginRow,
  PriceRow,
  SettingsRow,
  SubscriptionRow,
  TaxCalculationRow,
  TaxSaleRow,
} from './rows'
import { type Journal, Table } from './table'

/** The tables, in the order in which they are written to the data file. */
export function createTables(journal: Journal) {
  return {
    settings: new Table<SettingsRow>(journal),
    testClocks: new Table<Stripe.TestHelpers.TestClock>(journal),
    customers: new Table<Stripe.Customer>(journal),
    paymentMethods: new Table<Stripe.PaymentMethod>(journal),
    paymentMethodOrigins: new Table<PaymentMethodOriginRow>(journal),
    declines: new Table<DeclineRow>(journal),
    products: new Table<Stripe.Product>(journal),
    prices: new Table<PriceRow>(journal),
    sessions: new Table<Stripe.Checkout.Session>(journal),
    checkouts: new Table<CheckoutRow>(journal),
    setupIntents: new Table<Stripe.SetupIntent>(journal),
    subscriptions: new Table<SubscriptionRow>(journal),
    invoices: new Table<InvoiceRow>(journal),
    invoiceItems: new Table<InvoiceItemRow>(journal, (row) => row.invoice === null),
    portalConfigurations: new Table<Stripe.BillingPortal.Configuration>(journal),
    portalSessions: new Table<Stripe.BillingPortal.Session>(journal),
    invoicePayments: new Table<Stripe.InvoicePayment>(journal),
    paymentIntents: new Table<Stripe.PaymentIntent>(journal),
    charges: new Table<Stripe.Charge>(journal),
    chargeOrigins: new Table<ChargeOriginRow>(journal),
    refunds: new Table<Stripe.Refund>(journal),
    disputes: new Table<Stripe.Dispute>(journal),
    accounts: new Table<Stripe.Account>(journal),
    accountRows: new Table<AccountRow>(journal),
    accountLinks: new Table<AccountLinkRow>(journal),
    accountMovements: new Table<AccountMovementRow>(journal),
    transfers: new Table<Stripe.Transfer>(journal),
    transferReversals: new Table<Stripe.TransferReversal>(journal),
    bankPayouts: new Table<BankPayoutRow>(journal),
    balanceTransactions: new Table<Stripe.BalanceTransaction>(journal),
    taxCalculations: new Table<TaxCalculationRow>(journal),
    taxTransactions: new Table<Stripe.Tax.Transaction>(journal),
    taxSales: new Table<TaxSaleRow>(journal),
    events: new Table<Stripe.Event>(journal),
    webhookEndpoints: new Table<Stripe.WebhookEndpoint>(journal),
    deliveries: new Table<DeliveryRow>(journal, (row) => row.state === 'pending'),
    idempotency: new Table<IdempotencyRow>(journal),
    jobs: new Table<JobRow>(journal),
    faults: new Table<FaultRow>(journal),
  }
}

export type Tables = ReturnType<typeof createTables>
export type TableName = keyof Tables

const INITIAL_SETTINGS: SettingsRow = {
  id: 'settings',
  clockOffsetMs: 0,
  frozenAtMs: null,
  deliveriesPaused: false,
  nextPosition: 1,
  refundHold: null,
  dunning: { retryDays: [3, 5, 7], after: 'cancel' },
}

/** All state of the server. Everything that changes it runs inside `transact`. */
export class Database {
  private readonly journal: Journal = { steps: null, writes: 0 }
  readonly tables: Tables = createTables(this.journal)

  /** Rises with every write; tells the data file whether there is something to save. */
  get writes(): number {
    return this.journal.writes
  }

  get settings(): SettingsRow {
    return { ...INITIAL_SETTINGS, ...this.tables.settings.get('settings') }
  }

  changeSettings(patch: Partial<Omit<SettingsRow, 'id'>>): void {
    this.tables.settings.put({ ...this.settings, ...patch })
  }

  /** Runs `work` and puts back all that it wrote. Part of a transaction. */
  pretend<T>(work: () => T): T {
    return this.transact(() => {
      const steps = this.journal.steps ?? []
      const start = steps.length
      try {
        return work()
      } finally {
        for (const undo of steps.splice(start).reverse()) undo()
      }
    })
  }

  /**
   * Runs `work` to its end or not at all. `work` is synchronous, so no other request can see
   * or change the state in between. Nested calls join the outer transaction.
   */
  transact<T>(work: () => T): T {
    if (this.journal.steps) return work()
    const steps: (() => void)[] = []
    this.journal.steps = steps
    try {
      return work()
    } catch (error) {
      this.journal.steps = null
      for (const undo of steps.reverse()) undo()
      throw error
    } finally {
      this.journal.steps = null
    }
  }
}
