import { z } from 'zod'
import type { App } from '../../app'
import { defineOperation, nothing, whole } from '../operation'

function state(app: App) {
  return { now: app.clock.now(), frozen: app.clock.isFrozen }
}

/** Time: expiry, `created` and retries follow it. Moving it makes everything due happen. */
export const clockOperations = {
  getClock: defineOperation({ input: nothing, run: state }),

  /** Sets the time (Unix seconds); frozen, it then stands still. */
  setClock: defineOperation({
    input: z.strictObject({ now: whole, frozen: z.boolean().optional() }),
    run(app, { now, frozen = false }) {
      app.db.transact(() => app.clock.set(now * 1000, frozen))
      app.runDue()
      return state(app)
    },
  }),

  advanceClock: defineOperation({
    input: z.strictObject({ seconds: whole }),
    run(app, { seconds }) {
      app.db.transact(() => app.clock.advance(seconds * 1000))
      app.runDue()
      return state(app)
    },
  }),

  /** Back to real time. */
  resetClock: defineOperation({
    input: nothing,
    run(app) {
      app.db.transact(() => app.db.changeSettings({ clockOffsetMs: 0, frozenAtMs: null }))
      app.runDue()
      return state(app)
    },
  }),
}
