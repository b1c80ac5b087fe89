/** How long after the deadline an answer that was under way is still taken: the network’s share, not the candidate’s. */
export const graceSeconds = 5

/** Saves of one sitting within a minute; a person changes an answer far less often. */
export const savesPerMinute = 120

/** When a sitting ends: its time with what was agreed for this candidate, but never after its window. Pure. */
export function deadlineOf(
  startedAt: Date,
  {
    minutes,
    multiplier,
    windowEndsAt,
  }: { minutes: number; multiplier: number; windowEndsAt: Date },
): Date {
  const full = new Date(startedAt.getTime() + Math.round(minutes * multiplier * 60_000))
  return full < windowEndsAt ? full : windowEndsAt
}
