import { z } from 'zod'
import { invalidRequest } from '../../http/api-error'
import { findCard } from '../../payments/cards'
import { requireCustomer } from '../../resources/customers/create'
import { replaceCard } from '../../resources/customers/replace-card'
import { requireSubscription } from '../../resources/subscriptions/alter'
import { ENDED } from '../../resources/subscriptions/plan-next'
import { nextMoment, skipTime } from '../../resources/subscriptions/skip-time'
import { defineOperation, whole } from '../operation'

/** What befalls subscriptions: cards that stop working, and what Stripe's settings say then. */
export const subscriptionOperations = {
  /** The next payments of a customer without the customer fail, whatever the card. */
  declineRenewals: defineOperation({
    input: z.strictObject({
      customer: z.string(),
      times: whole.optional(),
      declineCode: z.string().optional(),
    }),
    run: (app, { customer, times = 1, declineCode = 'insufficient_funds' }) =>
      app.change((scope) => {
        const { id } = requireCustomer(scope, customer)
        if (times < 1) scope.tables.declines.remove(id)
        else scope.tables.declines.put({ id, remaining: times, declineCode })
        return { customer: id, times }
      }),
  }),

  /** Saves another test card and lets it pay all that the customer subscribes to. */
  changeCard: defineOperation({
    input: z.strictObject({ customer: z.string(), card: z.string().optional() }),
    run(app, { customer: id, card: number = '4242424242424242' }) {
      const card = findCard(number)
      if (!card?.canBeSaved) throw invalidRequest(`${number} is not a card that can be saved.`)
      app.runDue()
      return app.change((scope) => {
        const method = replaceCard(scope, requireCustomer(scope, id), card)
        return { customer: id, paymentMethod: method.id }
      })
    },
  }),

  /** How failed renewals are retried, and what follows the last failure. */
  setDunning: defineOperation({
    input: z.strictObject({
      retryDays: z.array(z.number().min(0)).max(20).optional(),
      after: z.enum(['cancel', 'unpaid', 'past_due']).optional(),
    }),
    run(app, input) {
      const dunning = {
        retryDays: input.retryDays ?? app.db.settings.dunning.retryDays,
        after: input.after ?? app.db.settings.dunning.after,
      }
      app.db.transact(() => app.db.changeSettings({ dunning }))
      return { dunning }
    },
  }),

  /**
   * Makes the next thing that would happen to a subscription by itself happen now, for it alone: a
   * renewal, the charge of its invoice, another attempt, the end of a trial … The clock stays.
   */
  skipToNext: defineOperation({
    input: z.strictObject({ subscription: z.string() }),
    run(app, { subscription: id }) {
      app.runDue()
      app.change((given) => {
        const row = requireSubscription(given, id)
        const scope = given.at(row.test_clock)
        const at = nextMoment(scope, id)
        if (at === null) throw invalidRequest(`Nothing will happen to ${id} by itself any more.`)
        skipTime(scope, row, at - scope.now)
      })
      app.runDue()
      const row = app.change((scope) => requireSubscription(scope, id))
      const { status, latest_invoice: invoice } = row
      return { status, invoice, isOver: ENDED.includes(status) }
    },
  }),

  /** Moves the clock to the end of the current period and past the hour in which drafts wait. */
  advanceToRenewal: defineOperation({
    input: z.strictObject({ subscription: z.string() }),
    run(app, { subscription: id }) {
      const row = app.change((scope) => requireSubscription(scope, id))
      if (row.test_clock !== null) {
        throw invalidRequest('Advance the test clock of this subscription instead.')
      }
      const end = row.items.data[0]?.current_period_end ?? 0
      const { isFrozen } = app.clock
      app.db.transact(() => app.clock.set((end + 3601) * 1000, isFrozen))
      app.runDue()
      const { status, latest_invoice: invoice } = app.change((scope) =>
        requireSubscription(scope, id),
      )
      return { now: app.clock.now(), status, invoice }
    },
  }),
}
