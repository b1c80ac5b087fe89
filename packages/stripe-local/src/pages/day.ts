const FORMAT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A day for people, in UTC, e.g. `23 November 2026`. Unix seconds. */
export function day(unix: number): string {
  return FORMAT.format(unix * 1000)
}
