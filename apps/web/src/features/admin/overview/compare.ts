import type { StatDelta } from '@archway/ui/stat'

/**
 * The change of a figure from one period to the next, more being better. Null when there is nothing
 * to compare with: a growth from nothing has no percentage. Pure.
 */
export function compare(
  now: number,
  before: number,
): { direction: StatDelta['direction']; tone: StatDelta['tone']; ratio: number } | null {
  if (before === 0) return null
  const ratio = (now - before) / Math.abs(before)
  if (ratio === 0) return { direction: 'flat', tone: 'neutral', ratio }
  return ratio > 0
    ? { direction: 'up', tone: 'good', ratio }
    : { direction: 'down', tone: 'bad', ratio }
}

/** A share of a whole, or null when there is no whole. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : part / whole
