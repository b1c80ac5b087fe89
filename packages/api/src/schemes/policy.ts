import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

/**
 * Editors keep the rules of other bodies' certifications. Those of our own are the exam board's alone: who sells
 * the courses does not set the exam (ISO/IEC 17024:2012, 5.2).
 */
export function canEditScheme(
  actor: Actor,
  { origin }: { origin: 'own' | 'external' },
): PolicyResult {
  if (!can(actor, 'scheme.edit')) return denied('not-allowed')
  return origin === 'external' || can(actor, 'exam.form') ? allowed : denied('scheme-of-the-board')
}
