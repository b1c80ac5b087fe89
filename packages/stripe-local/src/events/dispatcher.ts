import type { Config } from '../config'
import type { Clock } from '../state/clock'
import type { Database } from '../state/database'
import type { Persistence } from '../state/persistence'
import type { DeliveryRow } from '../state/rows'
import { type Alteration, signedRequest } from './alteration'
import { isForAccounts } from './endpoint'
import { isSuccess, type SendResult, send } from './send'

/**
 * Sends queued deliveries after the change that caused them is committed, never inside an
 * answer of the API. What fails is tried again, each time after twice the wait. The queue is
 * part of the stored state, so a restart goes on where the last run stopped.
 */
export class Dispatcher {
  private readonly underWay = new Map<string, Promise<void>>()
  private closed = false
  private woken = false

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly persistence: Persistence,
  ) {}

  /** Looks for due deliveries soon. Cheap; may be called after every request. */
  wake(): void {
    if (this.woken || this.closed) return
    this.woken = true
    setImmediate(() => {
      this.woken = false
      this.startDue()
    })
  }

  /** Deliveries that wait, in the order in which they are sent. */
  waiting(): DeliveryRow[] {
    return this.db.tables.deliveries
      .open()
      .filter((row) => !this.underWay.has(row.id))
      .sort((a, b) => a.position - b.position)
  }

  /** Whether something is being sent or could be sent right now. */
  get isBusy(): boolean {
    return this.underWay.size > 0 || (!this.db.settings.deliveriesPaused && this.due().length > 0)
  }

  /** Sends one delivery now, whatever its due time and also while paused, and records the result. */
  async deliverNow(row: DeliveryRow, alteration: Alteration = {}): Promise<SendResult> {
    const result = await this.attempt(row, alteration)
    this.db.transact(() => this.record(row.id, result))
    await this.persistence.flush()
    return result
  }

  /** Sends an event without touching its queued deliveries. */
  async attempt(row: Pick<DeliveryRow, 'event' | 'url' | 'endpoint'>, alteration: Alteration = {}) {
    const event = this.db.tables.events.get(row.event)
    if (!event) return { status: null, body: '', error: 'The event is gone.', milliseconds: 0 }
    const endpoint = this.db.tables.webhookEndpoints.get(row.endpoint)
    const { connectWebhookSecret, webhookSecret } = this.config
    const secret = endpoint && isForAccounts(endpoint) ? connectWebhookSecret : webhookSecret
    const request = signedRequest(event, secret, alteration)
    return send(row.url, request, this.config.deliveryTimeoutMs)
  }

  /** Stops sending and waits for what is under way. */
  async close(): Promise<void> {
    this.closed = true
    await Promise.all(this.underWay.values())
  }

  private due(): DeliveryRow[] {
    const now = this.clock.nowMs()
    return this.waiting().filter((row) => row.nextAttemptAt <= now)
  }

  private startDue(): void {
    if (this.closed || this.db.settings.deliveriesPaused) return
    for (const row of this.due()) {
      if (this.underWay.size >= this.config.deliveryConcurrency) return
      const run = this.deliverNow(row)
        .catch((error: unknown) => console.error('A delivery could not be recorded:', error))
        .then(() => {
          this.underWay.delete(row.id)
          this.wake()
        })
      this.underWay.set(row.id, run)
    }
  }

  private record(id: string, result: SendResult): void {
    const row = this.db.tables.deliveries.get(id)
    if (!row || row.state === 'delivered') return
    const attempts = row.attempts + 1
    const common = { ...row, attempts, lastStatus: result.status, lastError: result.error }
    if (isSuccess(result)) {
      this.db.tables.deliveries.put({
        ...common,
        state: 'delivered',
        deliveredAt: this.clock.nowMs(),
      })
      const event = this.db.tables.events.get(row.event)
      if (event) this.db.tables.events.put({ ...event, pending_webhooks: 0 })
      return
    }
    const wait = Math.min(this.config.retryBaseMs * 2 ** (attempts - 1), this.config.retryMaximumMs)
    const isOver = row.state === 'dropped' || attempts >= this.config.maximumAttempts
    this.db.tables.deliveries.put({
      ...common,
      state: isOver ? (row.state === 'dropped' ? 'dropped' : 'failed') : 'pending',
      nextAttemptAt: this.clock.nowMs() + wait,
    })
  }
}
