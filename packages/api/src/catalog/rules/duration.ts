import type { DurationBucket, DurationUnit } from '../schema/vocabulary'

const hoursPer: Record<DurationUnit, number> = { hour: 1, day: 24, week: 168, month: 730 }

/** A duration as a provider states it: "3 - 6 months" is { min: 3, max: 6, unit: 'month' }. */
export type Duration = { min: number; max: number; unit: DurationUnit }

/**
 * The class that the duration facet counts, by the longer end of the stated range (calendar time; a
 * month counts 730 hours): what a learner should expect at most.
 */
export function durationBucket({ max, unit }: Pick<Duration, 'max' | 'unit'>): DurationBucket {
  const hours = max * hoursPer[unit]
  if (hours <= 2) return 'under_2_hours'
  if (hours < hoursPer.week) return 'under_1_week'
  if (hours <= 31 * 24) return 'weeks_1_to_4'
  if (hours <= 3 * hoursPer.month) return 'months_1_to_3'
  if (hours <= 6 * hoursPer.month) return 'months_3_to_6'
  return 'over_6_months'
}
