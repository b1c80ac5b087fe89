import { z } from 'zod'
import type { Scope } from '../../scope'
import type { SubscriptionRow } from '../../state/rows'
import type { Expansions } from '../expand'
import { listPage, passesCreated } from '../list'
import { defineRoute, idOf, type PathIds } from '../route'
import { created, pagination, text } from '../schema'
import { requireSubscription } from './alter'
import { cancelSubscription } from './cancel'
import { ENDED } from './plan-next'
import { resumeSubscription } from './resume'
import { cancelParams, createParams, updateParams } from './schema'
import { startSubscription } from './start'
import { updateSubscription } from './update'

const PATH = '/v1/subscriptions'

export const subscriptionExpansions: Expansions = {
  customer: (scope, row) => scope.tables.customers.get(String(row.customer)) ?? null,
  default_payment_method: (scope, row) =>
    scope.tables.paymentMethods.get(String(row.default_payment_method)) ?? null,
  latest_invoice: (scope, row) => scope.tables.invoices.get(String(row.latest_invoice)) ?? null,
  pending_setup_intent: (scope, row) =>
    scope.tables.setupIntents.get(String(row.pending_setup_intent)) ?? null,
}

/** The subscription in the path and the time that it lives by. */
function found(scope: Scope, ids: PathIds): { at: Scope; row: SubscriptionRow } {
  const row = requireSubscription(scope, idOf(ids))
  return { at: scope.at(row.test_clock), row }
}

const statuses = [
  'active',
  'all',
  'canceled',
  'ended',
  'incomplete',
  'incomplete_expired',
  'past_due',
  'paused',
  'trialing',
  'unpaid',
] as const

/** Without a status the list leaves out what is cancelled, as Stripe's does. */
function passesStatus(status: string, wanted: (typeof statuses)[number] | undefined): boolean {
  if (wanted === 'all') return true
  if (wanted === undefined) return status !== 'canceled'
  return wanted === 'ended' ? ENDED.includes(status) : status === wanted
}

export const subscriptionRoutes = [
  defineRoute({
    method: 'POST',
    path: PATH,
    params: createParams,
    run: (scope, params) => startSubscription(scope, params),
  }),
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject({
      ...pagination,
      created: created.optional(),
      current_period_end: created.optional(),
      customer: text().optional(),
      price: text().optional(),
      status: z.enum(statuses).optional(),
      test_clock: text().optional(),
    }),
    run: (scope, params) =>
      listPage(
        PATH,
        scope.tables.subscriptions.filter(
          (row) =>
            passesCreated(row.created, params.created) &&
            passesStatus(row.status, params.status) &&
            (params.customer === undefined || row.customer === params.customer) &&
            (params.test_clock === undefined || row.test_clock === params.test_clock) &&
            row.items.data.some(
              (item) =>
                (params.price === undefined || item.price.id === params.price) &&
                passesCreated(item.current_period_end, params.current_period_end),
            ),
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run: (scope, _params, ids) => requireSubscription(scope, idOf(ids)),
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id`,
    params: updateParams,
    run(scope, params, ids) {
      const { at, row } = found(scope, ids)
      return updateSubscription(at, row, params)
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: `${PATH}/:id`,
    params: cancelParams,
    run(scope, params, ids) {
      const { at, row } = found(scope, ids)
      return cancelSubscription(at, row, params)
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id/resume`,
    params: z.strictObject({
      billing_cycle_anchor: z.strictObject({ type: z.literal('now') }).optional(),
    }),
    run(scope, _params, ids) {
      const { at, row } = found(scope, ids)
      return resumeSubscription(at, row)
    },
  }),
]
