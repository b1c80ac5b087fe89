import { z } from 'zod'
import { newId } from '../../state/ids'
import { defineOperation, nothing, whole } from '../operation'

/** Failures of the API itself. */
export const faultOperations = {
  /**
   * The next `times` requests below `pathPrefix` fail: 429, 500, no answer until the client gives
   * up, a closed connection, or an answer that comes late. `when: 'after'` does the work first.
   */
  injectFault: defineOperation({
    input: z.strictObject({
      pathPrefix: z.string().startsWith('/v1/'),
      kind: z.enum(['rate_limit', 'server_error', 'timeout', 'disconnect', 'delay']),
      method: z.enum(['GET', 'POST', 'DELETE']).optional(),
      when: z.enum(['before', 'after']).optional(),
      times: whole.optional(),
      milliseconds: whole.optional(),
    }),
    run: (app, input) =>
      app.change(() =>
        app.db.tables.faults.put({
          id: newId('fault'),
          method: input.method ?? null,
          pathPrefix: input.pathPrefix,
          kind: input.kind,
          when: input.when ?? 'before',
          remaining: input.times ?? 1,
          milliseconds: input.milliseconds ?? 1000,
        }),
      ),
  }),

  clearFaults: defineOperation({
    input: nothing,
    run: (app) => app.change(() => app.db.tables.faults.clear()) ?? { cleared: true },
  }),
}
