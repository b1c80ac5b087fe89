import type { Duration } from '../../rules/duration'
import type { DurationUnit } from '../../schema/vocabulary'
import type { Cell } from './cells'

const units = new Map<string, { unit: DurationUnit; times: number }>(
  Object.entries({
    minute: { unit: 'hour', times: 1 / 60 },
    min: { unit: 'hour', times: 1 / 60 },
    hour: { unit: 'hour', times: 1 },
    hr: { unit: 'hour', times: 1 },
    h: { unit: 'hour', times: 1 },
    day: { unit: 'day', times: 1 },
    week: { unit: 'week', times: 1 },
    wk: { unit: 'week', times: 1 },
    month: { unit: 'month', times: 1 },
    mo: { unit: 'month', times: 1 },
    year: { unit: 'month', times: 12 },
  }),
)

const pattern =
  /^(less than|under|up to|over|more than|about|approx\.?)?\s*(\d+(?:\.\d+)?)\s*(?:(?:-|–|to)\s*(\d+(?:\.\d+)?))?\s*\+?\s*([a-z]+?)s?(?: to complete)?$/i

/**
 * A duration as lists write it: "3 - 6 Months", "Less Than 2 Hours" (0 to 2), "4 weeks", "90 minutes".
 * Whole units, rounded up. Null for an empty cell.
 */
export function parseDuration(text: string): Cell<Duration | null> {
  const trimmed = text.trim().replace(/\s+/g, ' ')
  if (trimmed === '') return { ok: true, value: null }
  const match = pattern.exec(trimmed)
  const known = units.get(match?.[4]?.toLowerCase() ?? '')
  if (!match?.[2] || !known) return { ok: false, reason: 'unknown-duration' }
  const first = Number(match[2]) * known.times
  const isUpTo = /less than|under|up to/i.test(match[1] ?? '')
  const max = Math.ceil(match[3] === undefined ? first : Number(match[3]) * known.times)
  const min = isUpTo ? 0 : Math.min(Math.ceil(first), max)
  if (max < 1 || max > 10_000 || (match[3] !== undefined && Number(match[3]) < Number(match[2]))) {
    return { ok: false, reason: 'unknown-duration' }
  }
  return { ok: true, value: { min, max, unit: known.unit } }
}

const names: Record<DurationUnit, string> = {
  hour: 'Hour',
  day: 'Day',
  week: 'Week',
  month: 'Month',
}

/** The way back: text that parseDuration reads as the same duration. */
export function formatDuration({ min, max, unit }: Duration): string {
  const name = max === 1 ? names[unit] : `${names[unit]}s`
  if (min === 0) return `Less Than ${max} ${name}`
  return min === max ? `${max} ${name}` : `${min} - ${max} ${name}`
}
