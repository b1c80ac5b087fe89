import { z } from 'zod'
import type { App } from '../../app'
import { invalidRequest, resourceMissing } from '../../http/api-error'
import { failChallenge, payByBank, payByCard, startWithoutCard } from '../../payments/attempt'
import { BANK_ACCOUNTS, findBankAccount } from '../../payments/bank-accounts'
import { findCard } from '../../payments/cards'
import { intentOf } from '../../payments/session-intent'
import { settlePayment } from '../../payments/settle'
import { needsCard } from '../../payments/subscribe'
import { requireSession } from '../../resources/checkout-sessions/routes'
import type { Scope } from '../../scope'
import { defineOperation } from '../operation'

function openCheckout(scope: Scope, id: string) {
  const session = requireSession(scope, id)
  const checkout = scope.tables.checkouts.get(id)
  if (session.status !== 'open' || !checkout) {
    throw invalidRequest(`Session ${id} is ${session.status}; only an open one can be paid.`)
  }
  return { session, checkout }
}

function payerOf(scope: Scope, id: string, email: string | undefined, name: string | undefined) {
  const session = requireSession(scope, id)
  const customer = scope.tables.customers.get(String(session.customer))
  return {
    email: email ?? session.customer_email ?? customer?.email ?? 'buyer@example.com',
    name: name ?? customer?.name ?? 'Test Buyer',
  }
}

function summary(app: App, id: string) {
  const session = app.db.tables.sessions.get(id)
  const intent = session && intentOf(app.db, session, app.db.tables.checkouts.get(id))
  const latest = intent?.latest_charge
  const subscription = session?.subscription
  return {
    status: session?.status ?? null,
    paymentStatus: session?.payment_status ?? null,
    paymentIntent: intent?.id ?? null,
    charge: typeof latest === 'string' ? latest : null,
    subscription: typeof subscription === 'string' ? subscription : null,
  }
}

/** What a person does on the checkout page, and what a bank does later, without the page. */
export const paymentOperations = {
  /**
   * Begins a trial for which the page asks for no card. For all others use `completeSession`,
   * which gives one.
   */
  completeSessionWithoutCard: defineOperation({
    input: z.strictObject({
      session: z.string(),
      email: z.email().optional(),
      name: z.string().optional(),
    }),
    run(app, { session: id, email, name }) {
      app.runDue()
      const result = app.change((scope) => {
        const open = openCheckout(scope, id)
        if (needsCard(open.session)) throw invalidRequest(`Session ${id} asks for a card.`)
        return startWithoutCard(scope, open, payerOf(scope, id, email, name))
      })
      app.runDue()
      return { result, ...summary(app, id) }
    },
  }),

  /**
   * Pays by a test card; `authentication` says how a 3-D Secure challenge ends. With `daysAgo` the payment
   * was made that long before now, as one is that nobody was told of until now.
   */
  completeSession: defineOperation({
    input: z.strictObject({
      session: z.string(),
      card: z.string().optional(),
      daysAgo: z.number().int().min(0).max(365).optional(),
      email: z.email().optional(),
      name: z.string().optional(),
      authentication: z.enum(['complete', 'fail', 'leave']).optional(),
    }),
    run(app, { session: id, card: number = '4242424242424242', email, name, ...rest }) {
      const { authentication = 'complete', daysAgo = 0 } = rest
      const card = findCard(number)
      if (!card) throw invalidRequest(`${number} is not a test card.`, undefined, 'card')
      app.runDue()
      const pay = (scope: Scope) => {
        const payer = payerOf(scope, id, email, name)
        const first = payByCard(scope, openCheckout(scope, id), card, payer, false)
        if (first.kind !== 'requires_action' || authentication === 'leave') return first
        return authentication === 'fail'
          ? failChallenge(scope, openCheckout(scope, id))
          : payByCard(scope, openCheckout(scope, id), card, payer, true)
      }
      const now = app.clock.now() - daysAgo * 86_400
      const result = app.change(pay, undefined, { now })
      app.runDue()
      return { result, ...summary(app, id) }
    },
  }),

  /** Pays by a delayed bank debit: complete, but unpaid until it is settled. */
  completeSessionByBank: defineOperation({
    input: z.strictObject({
      session: z.string(),
      account: z.string().optional(),
      email: z.email().optional(),
      name: z.string().optional(),
    }),
    run(app, { session: id, account: number, email, name }) {
      const account = number === undefined ? BANK_ACCOUNTS[0] : findBankAccount(number)
      if (!account) throw invalidRequest(`${number} is not a test account.`, undefined, 'account')
      app.runDue()
      const result = app.change((scope) => {
        const open = openCheckout(scope, id)
        if (open.session.mode === 'subscription') {
          throw invalidRequest('Subscriptions are paid by card here.')
        }
        return payByBank(scope, open, account, payerOf(scope, id, email, name))
      })
      app.runDue()
      return { result, ...summary(app, id) }
    },
  }),

  /** Ends a delayed payment, named by its PaymentIntent or its session. */
  settlePayment: defineOperation({
    input: z.strictObject({
      paymentIntent: z.string().optional(),
      session: z.string().optional(),
      outcome: z.enum(['succeeded', 'failed']),
    }),
    run(app, { paymentIntent, session, outcome }) {
      const id = paymentIntent ?? String(app.db.tables.sessions.get(session ?? '')?.payment_intent)
      app.change((scope) => {
        const intent = scope.tables.paymentIntents.get(id)
        if (!intent) throw resourceMissing('payment_intent', id)
        settlePayment(scope, intent, outcome)
      })
      app.runDue()
      return { paymentIntent: id, outcome }
    },
  }),
}
