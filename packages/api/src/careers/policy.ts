import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'
import type { GuideProblem } from './schema'
import type { GuideStatus } from './states'

/** Whether somebody may write, publish and retire guides and their facts. */
export const canEditGuides = (actor: Actor): PolicyResult =>
  can(actor, 'guide.edit') ? allowed : denied('not-allowed')

/** Whether a guide in this state with these problems may go public. */
export function canPublishGuide(
  actor: Actor,
  guide: { status: GuideStatus; problems: readonly GuideProblem[] },
): PolicyResult {
  if (!can(actor, 'guide.edit')) return denied('not-allowed')
  if (guide.status === 'published') return denied('guide-already-published')
  return guide.problems.length === 0 ? allowed : denied('guide-incomplete')
}
