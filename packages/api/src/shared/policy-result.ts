import { DomainError } from './errors'

/** What a policy answers: allowed, or why not (a key of the message catalogue). */
export type PolicyResult = { ok: true } | { ok: false; reason: string }

export const allowed: PolicyResult = { ok: true }
export const denied = (reason: string): PolicyResult => ({ ok: false, reason })

/** Turns a refusal into the error that callers see. */
export function enforce(result: PolicyResult): void {
  if (!result.ok) throw new DomainError('forbidden', result.reason)
}
