import { addDays } from '../../schemes/rules/calendar'
import type { CalendarDate } from '../../schemes/schema/calendar-date'

/** A whole day in a calendar. */
export type CalendarEvent = {
  /** the same for the same event whenever the file is read, so that programs move it and make no second one */
  uid: string
  on: CalendarDate
  summary: string
  description: string
  url: string
}

/** RFC 5545 3.3.11: what would end a value, or is a sign of the format, is escaped. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')

const encoder = new TextEncoder()

/** RFC 5545 3.1: no line is longer than 75 octets, and none is broken within a character. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const character of line) {
    const octets = encoder.encode(character).length
    if (size + octets > (parts.length === 0 ? 75 : 74)) {
      parts.push(part)
      part = ''
      size = 0
    }
    part += character
    size += octets
  }
  return [...parts, part].join('\r\n ')
}

const compact = (day: CalendarDate): string => day.replaceAll('-', '')

/**
 * A calendar that other programs subscribe to (iCalendar, RFC 5545): whole days, each reminded of a week before.
 * `stamp`: when it was made. Pure.
 */
export function calendarFile(name: string, events: readonly CalendarEvent[], stamp: Date): string {
  const at = stamp.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const lines = events.flatMap(({ uid, on, summary, description, url }) => [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${at}`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    'TRIGGER:-P7D',
    'END:VALARM',
    'END:VEVENT',
  ])
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Archway//Renewals//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    'X-PUBLISHED-TTL:P1D',
    ...lines,
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
}
