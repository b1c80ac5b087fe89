import type { AchievementContent, Award } from '../schema'

/** Somebody who has earned a credential, and all that it will say. */
export type EarnedAward = Award & {
  userId: string
  name: string
  email: string
  provider: { id: string; slug: string; name: string }
  offeringId: string
  content: AchievementContent
  awardedAt: Date
  validFrom: Date
  validUntil: Date | null
  /** on the scale of the content */
  scaledScore: number | null
}
