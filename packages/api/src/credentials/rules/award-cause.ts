import type { SoldKind } from '../../catalog/schema/vocabulary'
import type { AwardCause } from '../schema'

/** What completing an offering is as the cause of a credential. Pure. */
export const awardCauseOf = (kind: SoldKind): AwardCause =>
  kind === 'program' ? 'program_completion' : 'course_completion'
