import type Stripe from 'stripe'
import type { Config } from './config'
import { Dispatcher } from './events/dispatcher'
import { recordEvent } from './events/record'
import { runDueJobs } from './jobs'
import type { Scope } from './scope'
import { Clock } from './state/clock'
import { Database } from './state/database'
import { newId } from './state/ids'
import { Persistence } from './state/persistence'

const NOBODY: Stripe.Event.Request = { id: null, idempotency_key: null }

/** One running local Stripe without its HTTP surface. */
export class App {
  readonly db = new Database()
  readonly clock: Clock
  readonly persistence: Persistence
  readonly dispatcher: Dispatcher
  /** No job is due before this time (Unix seconds); 0 until the jobs were looked through. */
  earliestDueAt = 0

  constructor(
    readonly config: Config,
    options: { dataFile: string | undefined; clock: () => number },
  ) {
    this.clock = new Clock(this.db, options.clock)
    this.persistence = new Persistence(this.db, options.dataFile)
    this.dispatcher = new Dispatcher(this.db, this.clock, config, this.persistence)
  }

  /**
   * Runs a change of state as one transaction. Events that it records are delivered only after
   * it is committed. `origin` is the API request that asked for it, if one did.
   */
  change<T>(
    work: (scope: Scope) => T,
    origin: Stripe.Event.Request = NOBODY,
    account: string | null = null,
  ): T {
    return this.db.transact(() => work(this.scope(origin, account)))
  }

  /** Does what has become due by the server's clock: expiry, settlement and the like. */
  runDue(): void {
    runDueJobs(this)
  }

  /** Makes the changes so far durable and lets deliveries go out. */
  async commit(): Promise<void> {
    await this.persistence.flush()
    this.dispatcher.wake()
  }

  private scope(origin: Stripe.Event.Request, account: string | null): Scope {
    const { db, clock, config } = this
    const nowMs = clock.nowMs()
    return {
      tables: db.tables,
      now: Math.floor(nowMs / 1000),
      origin,
      account,
      config,
      emit: (type, object, previous, of) =>
        recordEvent(db, nowMs, { type, object, previous, origin, account: of ?? null }),
      schedule: (kind, target, afterSeconds, detail = '') => {
        const dueAt = Math.floor(nowMs / 1000) + afterSeconds
        this.earliestDueAt = Math.min(this.earliestDueAt, dueAt)
        db.tables.jobs.put({ id: newId('job'), dueAt, kind, target, detail })
      },
      takeRefundHold() {
        const hold = db.settings.refundHold
        if (!hold) return null
        const remaining = hold.remaining - 1
        db.changeSettings({ refundHold: remaining > 0 ? { ...hold, remaining } : null })
        return hold.status
      },
    }
  }
}
