import type Stripe from 'stripe'
import type { Config } from './config'
import type { Tables } from './state/database'
import type { DunningRow, JobRow } from './state/rows'

/**
 * What a change of state works with: the tables, the time (Unix seconds), the request that
 * caused it (null for what the server or the dashboard does) and the settings of the server.
 */
export interface Scope {
  tables: Tables
  now: number
  /** The test clock that `now` is read from; null for the server's own clock. */
  clock: string | null
  origin: Stripe.Event.Request
  /** the connected account that the request is made for (`Stripe-Account`); null for the platform */
  account: string | null
  config: Config
  /** Records an event and queues its deliveries; nothing is sent before the change is committed. */
  emit(
    type: Stripe.Event['type'] | string,
    object: unknown,
    previous?: unknown,
    /** the connected account in which it happened; left out for the platform's own events */
    account?: string,
  ): Stripe.Event
  /** Lets the server do something later by itself. */
  schedule(kind: JobRow['kind'], target: string, afterSeconds: number, detail?: string): void
  /**
   * Plans the one next thing of this kind for the target at `dueAt` (Unix seconds), in place of
   * what was planned before; null plans nothing.
   */
  plan(kind: JobRow['kind'], target: string, dueAt: number | null, detail?: string): void
  /** This scope at the time of a customer, who may be on a test clock. */
  at(testClock: string | null): Scope
  /** Does `work`, undoes everything that it changed and returns what it came to. */
  pretend<T>(work: () => T): T
  /** How failed renewals are retried, and what happens when the last retry has failed. */
  dunning: DunningRow
  /** Takes one of the refunds that the control API asked to hold; null when none is asked for. */
  takeRefundHold(): 'pending' | 'requires_action' | null
}
