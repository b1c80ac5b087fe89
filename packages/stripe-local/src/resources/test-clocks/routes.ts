import type Stripe from 'stripe'
import { z } from 'zod'
import { invalidRequest, resourceMissing } from '../../http/api-error'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import { change } from '../change'
import { listPage } from '../list'
import { defineRoute, idOf } from '../route'
import { integer, pagination, text } from '../schema'

const PATH = '/v1/test_helpers/test_clocks'
const KEPT_SECONDS = 30 * 24 * 60 * 60

function requireClock(scope: Scope, id: string): Stripe.TestHelpers.TestClock {
  const clock = scope.tables.testClocks.get(id)
  if (!clock) throw resourceMissing('test_clock', id)
  return clock
}

/** Everything that was due on the way has happened. */
export function finishAdvance(scope: Scope, id: string): void {
  const clock = scope.tables.testClocks.get(id)
  if (clock?.status !== 'advancing') return
  const { row } = change(scope.tables.testClocks, clock, { status: 'ready', status_details: {} })
  scope.emit('test_helpers.test_clock.ready', row)
}

/**
 * Clocks of their own for some customers and all that belongs to them, beside the server's clock
 * (docs.stripe.com/billing/testing/test-clocks).
 */
export const testClockRoutes = [
  defineRoute({
    method: 'POST',
    path: PATH,
    params: z.strictObject({ frozen_time: integer, name: text(300).optional() }),
    run(scope, params) {
      const clock = {
        id: newId('clock'),
        object: 'test_helpers.test_clock',
        created: scope.now,
        deletes_after: scope.now + KEPT_SECONDS,
        frozen_time: params.frozen_time,
        livemode: false,
        name: params.name ?? null,
        status: 'ready',
        status_details: {},
      } satisfies Stripe.TestHelpers.TestClock
      scope.tables.testClocks.put(clock)
      scope.emit('test_helpers.test_clock.created', clock)
      return clock
    },
  }),
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject(pagination),
    run: (scope, params) => listPage(PATH, scope.tables.testClocks.all(), params),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run: (scope, _params, ids) => requireClock(scope, idOf(ids)),
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id/advance`,
    params: z.strictObject({ frozen_time: integer }),
    run(scope, { frozen_time: time }, ids) {
      const clock = requireClock(scope, idOf(ids))
      if (clock.status !== 'ready') {
        throw invalidRequest('The test clock is still advancing.')
      }
      if (time <= clock.frozen_time) {
        throw invalidRequest('A test clock only goes forward.', undefined, 'frozen_time')
      }
      const { row } = change(scope.tables.testClocks, clock, {
        frozen_time: time,
        status: 'advancing',
        status_details: { advancing: { target_frozen_time: time } },
      })
      scope.emit('test_helpers.test_clock.advancing', row)
      // Planned for the end of the way, so that it comes after all that is due before.
      scope.at(row.id).plan('test_clock_arrived', row.id, time)
      return row
    },
  }),
]
