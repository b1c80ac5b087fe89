import { z } from 'zod'
import { createRefund } from '../../resources/refunds/create'
import { failRefund, succeedRefund } from '../../resources/refunds/finish'
import { chargeToRefund, requireRefund } from '../../resources/refunds/routes'
import { defineOperation, optionalWhole, whole } from '../operation'

/** Refunds that are not made through the app's own API calls, and how refunds end. */
export const refundOperations = {
  /** As if made by hand in Stripe's dashboard. */
  createRefund: defineOperation({
    input: z.strictObject({
      charge: z.string().optional(),
      paymentIntent: z.string().optional(),
      amount: optionalWhole,
      reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
      metadata: z.record(z.string(), z.string()).optional(),
      status: z.enum(['succeeded', 'pending', 'requires_action']).optional(),
    }),
    run(app, input) {
      app.runDue()
      const refund = app.change((scope) =>
        createRefund(scope, {
          charge: chargeToRefund(scope, {
            charge: input.charge,
            payment_intent: input.paymentIntent,
          }),
          amount: input.amount,
          reason: input.reason ?? null,
          metadata: input.metadata ?? {},
          status: input.status,
        }),
      )
      return refund
    },
  }),

  /** The next refunds start as pending (or waiting for the customer) instead of succeeded. */
  holdRefunds: defineOperation({
    input: z.strictObject({
      times: whole.optional(),
      status: z.enum(['pending', 'requires_action']).optional(),
    }),
    run(app, { times = 1, status = 'pending' }) {
      const refundHold = times > 0 ? { remaining: times, status } : null
      app.db.transact(() => app.db.changeSettings({ refundHold }))
      return { refundHold }
    },
  }),

  succeedRefund: defineOperation({
    input: z.strictObject({ refund: z.string() }),
    run: (app, { refund }) =>
      app.change((scope) => succeedRefund(scope, requireRefund(scope, refund))),
  }),

  /** Also for a refund that has succeeded: banks send money back days later. */
  failRefund: defineOperation({
    input: z.strictObject({ refund: z.string(), reason: z.string().optional() }),
    run: (app, { refund, reason = 'expired_or_canceled_card' }) =>
      app.change((scope) => failRefund(scope, requireRefund(scope, refund), reason)),
  }),
}
