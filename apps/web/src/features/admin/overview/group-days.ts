/** More days than this are drawn as weeks: bars thinner than a hair say nothing. */
const mostDays = 92

/** Neighbouring days together, one by one or in weeks, so that a long period stays readable. Pure. */
export function groupDays<Day extends { day: string }>(days: readonly Day[]): Day[][] {
  const size = days.length > mostDays ? 7 : 1
  const groups: Day[][] = []
  for (let start = 0; start < days.length; start += size)
    groups.push(days.slice(start, start + size))
  return groups
}
