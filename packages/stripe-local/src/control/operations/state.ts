import { seedEndpoints } from '../../events/endpoint'
import { defineOperation, nothing } from '../operation'

/** The state as a whole. */
export const stateOperations = {
  /** Forgets everything, settings of the control API included. */
  reset: defineOperation({
    input: nothing,
    run(app) {
      app.db.transact(() => {
        for (const table of Object.values(app.db.tables)) table.clear()
        seedEndpoints(app.db, app.config)
      })
      return { reset: true }
    },
  }),

  /** All rows of all tables, oldest first. */
  snapshot: defineOperation({
    input: nothing,
    run(app) {
      const { tables } = app.db
      return {
        customers: tables.customers.all(),
        paymentMethods: tables.paymentMethods.all(),
        subscriptions: tables.subscriptions.all(),
        invoices: tables.invoices.all(),
        invoicePayments: tables.invoicePayments.all(),
        sessions: tables.sessions.all(),
        paymentIntents: tables.paymentIntents.all(),
        charges: tables.charges.all(),
        refunds: tables.refunds.all(),
        disputes: tables.disputes.all(),
        accounts: tables.accounts.all(),
        transfers: tables.transfers.all(),
        transferReversals: tables.transferReversals.all(),
        accountMovements: tables.accountMovements.all(),
        balanceTransactions: tables.balanceTransactions.all(),
        events: tables.events.all(),
        deliveries: tables.deliveries.all(),
      }
    },
  }),
}
