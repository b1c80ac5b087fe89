import { z } from 'zod'
import { resourceMissing } from '../../http/api-error'
import { moveDispute } from '../../resources/disputes/move'
import { openDispute } from '../../resources/disputes/open'
import { requireDispute } from '../../resources/disputes/routes'
import { DISPUTE_STATUSES } from '../../resources/disputes/states'
import { chargeToRefund } from '../../resources/refunds/routes'
import { defineOperation, optionalWhole } from '../operation'

/** What the customer's bank does. */
export const disputeOperations = {
  /** Opens a dispute and takes it as far as `status`, with all events and money on the way. */
  createDispute: defineOperation({
    input: z.strictObject({
      charge: z.string().optional(),
      paymentIntent: z.string().optional(),
      amount: optionalWhole,
      reason: z.string().optional(),
      status: z.enum(DISPUTE_STATUSES).optional(),
    }),
    run(
      app,
      { charge: id, paymentIntent, amount, reason = 'fraudulent', status = 'needs_response' },
    ) {
      app.runDue()
      return app.change((scope) => {
        const charge = chargeToRefund(scope, { charge: id, payment_intent: paymentIntent })
        return openDispute(scope, { charge, amount, reason, status })
      })
    },
  }),

  /** One step. A step that such a case cannot take is refused. */
  moveDispute: defineOperation({
    input: z.strictObject({ dispute: z.string(), status: z.enum(DISPUTE_STATUSES) }),
    run: (app, { dispute, status }) =>
      app.change((scope) => {
        if (!scope.tables.disputes.get(dispute)) throw resourceMissing('dispute', dispute)
        return moveDispute(scope, requireDispute(scope, dispute), status)
      }),
  }),
}
