import type { AttemptState } from '../states'

const dayMs = 86_400_000
/** For so many days after a sitting its candidate may object, and in so many the board answers. */
const appealDays = 30

/** Why somebody cannot object to a sitting at a moment, or null. Pure. */
export function appealRefusal(
  { state, submittedAt }: { state: AttemptState; submittedAt: Date | null },
  now: Date,
): 'exam-appeal-early' | 'exam-appeal-late' | null {
  if (!['released', 'held', 'voided'].includes(state) || !submittedAt) return 'exam-appeal-early'
  return now > appealUntil(submittedAt) ? 'exam-appeal-late' : null
}

/** Until when a candidate may object to a sitting that ended then. Pure. */
export const appealUntil = (submittedAt: Date): Date =>
  new Date(submittedAt.getTime() + appealDays * dayMs)

/** Until when an objection is answered. Pure. */
export const appealDueAt = (filedAt: Date): Date => new Date(filedAt.getTime() + appealDays * dayMs)
