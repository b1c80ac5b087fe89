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
import type { JobRow } from './state/rows'

const NOBODY: Stripe.Event.Request = { id: null, idempotency_key: null }

/** When and for whom a change of state happens. */
interface Setting {
  /** Unix seconds, by `clock`: a test clock, or the server's own when null. */
  now: number
  clock: string | null
  /** The connected account that the request is made for; null for the platform. */
  account: string | null
}

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
   * it is committed. `origin` is the API request that asked for it, if one did; `from` names
   * another time than the clock's, for what was due a while ago, or a connected account.
   */
  change<T>(
    work: (scope: Scope) => T,
    origin: Stripe.Event.Request = NOBODY,
    from: Partial<Setting> = {},
  ): T {
    const setting = { now: this.clock.now(), clock: null, account: null, ...from }
    return this.db.transact(() => work(this.scope(origin, setting)))
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

  /** The time by a test clock, or by the server's own. */
  timeOf(testClock: string | null): number {
    const clock = testClock === null ? undefined : this.db.tables.testClocks.get(testClock)
    return clock?.frozen_time ?? this.clock.now()
  }

  private scope(origin: Stripe.Event.Request, at: Setting): Scope {
    const { db, config } = this
    // Objects of a test clock carry its time. Their events carry the server's, or the lists of
    // events that receivers page through would not be in the order in which they happened.
    const eventMs = at.clock === null ? at.now * 1000 : this.clock.nowMs()
    const put = (job: Omit<JobRow, 'clock'>) => {
      if (job.dueAt <= this.timeOf(at.clock)) this.earliestDueAt = 0
      else if (at.clock === null) this.earliestDueAt = Math.min(this.earliestDueAt, job.dueAt)
      db.tables.jobs.put({ ...job, clock: at.clock })
    }
    return {
      tables: db.tables,
      now: at.now,
      clock: at.clock,
      origin,
      account: at.account,
      config,
      dunning: db.settings.dunning,
      emit: (type, object, previous, of) =>
        recordEvent(db, eventMs, { type, object, previous, origin, account: of ?? null }),
      schedule: (kind, target, afterSeconds, detail = '') =>
        put({ id: newId('job'), dueAt: at.now + afterSeconds, kind, target, detail }),
      plan(kind, target, dueAt, detail = '') {
        const id = `job_${kind}_${target}`
        if (dueAt === null) db.tables.jobs.remove(id)
        else put({ id, dueAt, kind, target, detail })
      },
      at: (testClock) =>
        testClock === at.clock
          ? this.scope(origin, at)
          : this.scope(origin, { ...at, now: this.timeOf(testClock), clock: testClock }),
      pretend: (work) => db.pretend(work),
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
