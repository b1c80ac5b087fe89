import { z } from 'zod'
import { invalidRequest, resourceMissing } from '../../http/api-error'
import type { Scope } from '../../scope'
import { change } from '../change'
import type { Expansions } from '../expand'
import { listPage, passesCreated } from '../list'
import { mergeMetadata } from '../metadata'
import { defineRoute, idOf } from '../route'
import { created, email, metadata, pagination, text } from '../schema'
import { createSession } from './create'
import { expireSession } from './expire'
import { createParams } from './schema'

const PATH = '/v1/checkout/sessions'

/** The session, or 404. */
export function requireSession(scope: Scope, id: string) {
  const session = scope.tables.sessions.get(id)
  if (!session) throw resourceMissing('checkout.session', id)
  return session
}

function lineItemPage(scope: Scope, id: string, params: Parameters<typeof listPage>[2]) {
  const lines = scope.tables.checkouts.get(id)?.lineItems ?? []
  return listPage(`${PATH}/${id}/line_items`, lines, params, 'oldest')
}

export const sessionExpansions: Expansions = {
  customer: (scope, session) => scope.tables.customers.get(String(session.customer)) ?? null,
  line_items: (scope, session) => lineItemPage(scope, String(session.id), {}),
  payment_intent: (scope, session) =>
    scope.tables.paymentIntents.get(String(session.payment_intent)) ?? null,
  subscription: (scope, session) =>
    scope.tables.subscriptions.get(String(session.subscription)) ?? null,
  invoice: (scope, session) => scope.tables.invoices.get(String(session.invoice)) ?? null,
}

export const sessionRoutes = [
  defineRoute({
    method: 'POST',
    path: PATH,
    params: createParams,
    run: (scope, params) => createSession(scope, params),
  }),
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject({
      ...pagination,
      created: created.optional(),
      customer: text().optional(),
      customer_details: z.strictObject({ email }).optional(),
      payment_intent: text().optional(),
      status: z.enum(['open', 'complete', 'expired']).optional(),
      subscription: text().optional(),
    }),
    run: (scope, params) =>
      listPage(
        PATH,
        scope.tables.sessions.filter(
          (row) =>
            passesCreated(row.created, params.created) &&
            (params.customer === undefined || row.customer === params.customer) &&
            (params.payment_intent === undefined || row.payment_intent === params.payment_intent) &&
            (params.status === undefined || row.status === params.status) &&
            (params.subscription === undefined || row.subscription === params.subscription) &&
            (params.customer_details === undefined ||
              row.customer_details?.email === params.customer_details.email),
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run: (scope, _params, ids) => requireSession(scope, idOf(ids)),
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id`,
    params: z.strictObject({ metadata: metadata.optional() }),
    run(scope, params, ids) {
      const session = requireSession(scope, idOf(ids))
      return change(scope.tables.sessions, session, {
        metadata: mergeMetadata(session.metadata, params.metadata),
      }).row
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id/line_items`,
    params: z.strictObject(pagination),
    run: (scope, params, ids) => lineItemPage(scope, requireSession(scope, idOf(ids)).id, params),
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id/expire`,
    params: z.strictObject({}),
    run(scope, _params, ids) {
      const session = requireSession(scope, idOf(ids))
      if (session.status !== 'open') {
        throw invalidRequest(
          `Only a session with the status open can be expired; this one is ${session.status}.`,
        )
      }
      return expireSession(scope, session)
    },
  }),
]
