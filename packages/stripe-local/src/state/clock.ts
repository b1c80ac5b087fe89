import type { Database } from './database'

/**
 * The server's own time. It follows the given clock, moved by the offset that the control API
 * set, or stands still. It decides `created`, expiry and due times; signatures use real time,
 * because the receiver compares them with its own clock.
 */
export class Clock {
  constructor(
    private readonly db: Database,
    private readonly source: () => number,
  ) {}

  /** Milliseconds since 1970. */
  nowMs(): number {
    const { frozenAtMs, clockOffsetMs } = this.db.settings
    return frozenAtMs ?? this.source() + clockOffsetMs
  }

  /** Unix seconds, as in every `created`. */
  now(): number {
    return Math.floor(this.nowMs() / 1000)
  }

  get isFrozen(): boolean {
    return this.db.settings.frozenAtMs !== null
  }

  /** Sets the time; a frozen clock stays at it. */
  set(ms: number, frozen: boolean): void {
    this.db.changeSettings({
      clockOffsetMs: ms - this.source(),
      frozenAtMs: frozen ? ms : null,
    })
  }

  advance(ms: number): void {
    this.set(this.nowMs() + ms, this.isFrozen)
  }
}
