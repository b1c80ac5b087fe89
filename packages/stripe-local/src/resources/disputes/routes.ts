import type Stripe from 'stripe'
import { z } from 'zod'
import { invalidRequest, resourceMissing } from '../../http/api-error'
import type { Scope } from '../../scope'
import type { Expansions } from '../expand'
import { listPage, passesCreated } from '../list'
import { defineRoute, idOf } from '../route'
import { boolean, created, metadata, pagination, text } from '../schema'
import { EVIDENCE_FIELDS } from './evidence'
import { moveDispute } from './move'
import { updateDispute } from './update'

const PATH = '/v1/disputes'

/** The dispute, or 404. */
export function requireDispute(scope: Scope, id: string): Stripe.Dispute {
  const dispute = scope.tables.disputes.get(id)
  if (!dispute) throw resourceMissing('dispute', id)
  return dispute
}

export const disputeExpansions: Expansions = {
  charge: (scope, dispute) => scope.tables.charges.get(String(dispute.charge)) ?? null,
  payment_intent: (scope, dispute) =>
    scope.tables.paymentIntents.get(String(dispute.payment_intent)) ?? null,
}

const evidence = z.strictObject(
  Object.fromEntries(EVIDENCE_FIELDS.map((field) => [field, z.string().max(20_000).optional()])),
)

export const disputeRoutes = [
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject({
      ...pagination,
      charge: text().optional(),
      created: created.optional(),
      payment_intent: text().optional(),
    }),
    run: (scope, params) =>
      listPage(
        PATH,
        scope.tables.disputes.filter(
          (row) =>
            passesCreated(row.created, params.created) &&
            (params.charge === undefined || row.charge === params.charge) &&
            (params.payment_intent === undefined || row.payment_intent === params.payment_intent),
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run: (scope, _params, ids) => requireDispute(scope, idOf(ids)),
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id`,
    params: z.strictObject({
      evidence: evidence.optional(),
      metadata: metadata.optional(),
      submit: boolean.optional(),
    }),
    run: (scope, params, ids) => updateDispute(scope, requireDispute(scope, idOf(ids)), params),
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id/close`,
    params: z.strictObject({}),
    run(scope, _params, ids) {
      const dispute = requireDispute(scope, idOf(ids))
      if (dispute.status !== 'needs_response') {
        throw invalidRequest(
          `Only a dispute with the status needs_response can be closed; this one is ${dispute.status}.`,
        )
      }
      return moveDispute(scope, dispute, 'lost')
    },
  }),
]
