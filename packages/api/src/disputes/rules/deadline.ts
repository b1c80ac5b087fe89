const dayMs = 86_400_000

/** Whole days until a deadline; 0 on the last day, negative when it has passed. Pure. */
export const daysLeft = (dueBy: Date, now: Date): number =>
  Math.floor((dueBy.getTime() - now.getTime()) / dayMs)

/** Days before the deadline at which staff is reminded of a dispute that nobody has answered. */
export const reminderDays = [3, 1] as const
export type ReminderDays = (typeof reminderDays)[number]

/** Which reminder is due now, the later one when both are; null before the first and after the deadline. */
export function reminderDue(dueBy: Date, now: Date): ReminderDays | null {
  const left = dueBy.getTime() - now.getTime()
  if (left <= 0) return null
  return [...reminderDays].reverse().find((days) => left <= days * dayMs) ?? null
}
