import type Stripe from 'stripe'
import { z } from 'zod'
import { invalidRequest, resourceMissing } from '../../http/api-error'
import { listPage, passesCreated } from '../list'
import { defineRoute, idOf } from '../route'
import { boolean, created, pagination, text } from '../schema'

const PATH = '/v1/events'
/** Events can be fetched for 30 days, as with Stripe. */
const KEPT_SECONDS = 30 * 24 * 60 * 60

/** Whether an event type is named by a pattern such as `charge.*`. */
function matchesType(type: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(type)
}

export const eventRoutes = [
  defineRoute({
    method: 'GET',
    path: PATH,
    isForAccounts: true,
    params: z.strictObject({
      ...pagination,
      created: created.optional(),
      delivery_success: boolean.optional(),
      type: text().optional(),
      types: z.array(text()).min(1).max(20, 'At most 20 types').optional(),
    }),
    run(scope, params) {
      if (params.type !== undefined && params.types !== undefined) {
        throw invalidRequest('Give either type or types, not both.', undefined, 'types')
      }
      const { type, types, delivery_success: wanted } = params
      const passes = (row: Stripe.Event) =>
        (row.account ?? null) === scope.account &&
        row.created >= scope.now - KEPT_SECONDS &&
        passesCreated(row.created, params.created) &&
        (type === undefined || matchesType(row.type, type)) &&
        (types === undefined || types.includes(row.type)) &&
        (wanted === undefined || (row.pending_webhooks === 0) === wanted)
      return listPage(PATH, scope.tables.events.filter(passes), params)
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run(scope, _params, ids) {
      const event = scope.tables.events.get(idOf(ids))
      if (!event || event.created < scope.now - KEPT_SECONDS) {
        throw resourceMissing('event', idOf(ids))
      }
      return event
    },
  }),
]
