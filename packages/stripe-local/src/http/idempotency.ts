import { createHash } from 'node:crypto'
import type { App } from '../app'
import type { IdempotencyRow } from '../state/rows'
import { ApiError, invalidRequest } from './api-error'

/** Answers are kept for a day (docs.stripe.com/api/idempotent_requests). */
const KEPT_SECONDS = 24 * 60 * 60
const LONGEST_KEY = 255

export interface IdempotentRequest {
  apiKey: string
  key: string
  method: string
  path: string
  body: string
}

export type Claim = { kind: 'replay'; row: IdempotencyRow } | { kind: 'run'; ticket: Ticket }

interface Ticket {
  id: string
  fingerprint: string
}

/** Remembers what POSTs with an Idempotency-Key were answered, and which are under way. */
export class Idempotency {
  private readonly underWay = new Map<string, string>()

  constructor(private readonly app: App) {}

  /**
   * Claims a key. The same key with the same request is replayed; with another request it is
   * refused (400), and while the first is still under way it is refused with 409.
   */
  claim(request: IdempotentRequest): Claim {
    if (request.key.length > LONGEST_KEY) {
      throw invalidRequest(`An Idempotency-Key has at most ${LONGEST_KEY} characters.`)
    }
    const id = hash(request.apiKey, request.key)
    const fingerprint = hash(request.method, request.path, request.body)
    const running = this.underWay.get(id)
    const stored = this.stored(id)
    const known = running ?? stored?.fingerprint
    if (known !== undefined && known !== fingerprint) throw mismatch(request.key)
    if (running !== undefined) throw inUse(request.key)
    if (stored) return { kind: 'replay', row: stored }
    this.underWay.set(id, fingerprint)
    return { kind: 'run', ticket: { id, fingerprint } }
  }

  /** Keeps an answer. Called inside the transaction of the request, so both last or neither. */
  store(ticket: Ticket, answer: { status: number; body: string; requestId: string }): void {
    this.app.db.tables.idempotency.put({ ...ticket, ...answer, createdAt: this.app.clock.now() })
  }

  /** The request has been answered; the key is free for a replay or, if nothing was kept, a new try. */
  release(ticket: Ticket): void {
    this.underWay.delete(ticket.id)
  }

  private stored(id: string): IdempotencyRow | undefined {
    const row = this.app.db.tables.idempotency.get(id)
    if (!row || row.createdAt > this.app.clock.now() - KEPT_SECONDS) return row
    this.app.db.tables.idempotency.remove(id)
    return undefined
  }
}

function hash(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

function mismatch(key: string): ApiError {
  return new ApiError(400, {
    type: 'idempotency_error',
    message: `The Idempotency-Key '${key}' was used before with other parameters. Use another key for another request.`,
  })
}

function inUse(key: string): ApiError {
  return new ApiError(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: `Another request with the Idempotency-Key '${key}' is still under way. Try again shortly.`,
  })
}
