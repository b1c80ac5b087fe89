import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SchemeDocument } from '../../schemes/schema/document'
import type { WalletEntry } from '../schema'
import { calendarFile } from './calendar-file'
import { daysOf, renewalCalendar } from './renewal-calendar'

const scheme = (months: number | null, opensDaysBefore: number | null, graceDays = 0) =>
  ({
    validity: { months, source: 's' },
    renewal: months === null ? null : { options: [], opensDaysBefore, graceDays, source: 's' },
  }) as unknown as SchemeDocument

describe('the days of a certificate', () => {
  test('25 renewal-window: counted from its own end, or from the scheme', () => {
    expect(daysOf('2024-01-31', null, scheme(36, 180, 30))).toEqual({
      validUntil: '2027-01-31',
      opensOn: '2026-08-04',
      closesOn: '2027-03-02',
    })
    expect(daysOf('2024-01-31', '2027-06-30', scheme(36, 180, 30))).toEqual({
      validUntil: '2027-06-30',
      opensOn: '2027-01-01',
      closesOn: '2027-07-30',
    })
    expect(daysOf('2024-01-31', '2027-06-30', null)).toEqual({
      validUntil: '2027-06-30',
      opensOn: null,
      closesOn: null,
    })
    expect(daysOf('2024-01-31', null, scheme(null, null))).toMatchObject({ validUntil: null })
  })
})

describe('the calendar', () => {
  const entry = (days: Partial<WalletEntry>): WalletEntry => ({
    id: 'e',
    kind: 'told',
    title: 'T',
    issuer: 'I',
    number: null,
    url: null,
    slug: null,
    earnedOn: '2024-01-01',
    validUntil: null,
    opensOn: null,
    closesOn: null,
    ...days,
  })

  test('names the last valid day, and the last for renewing late only where it is another', () => {
    const late = entry({ validUntil: '2027-01-01', opensOn: '2026-07-05', closesOn: '2027-01-31' })
    expect(renewalCalendar([late], '2026-07-05').map(({ kind, on }) => [kind, on])).toEqual([
      ['opens', '2026-07-05'],
      ['ends', '2026-12-31'],
      ['closes', '2027-01-31'],
    ])
    const exact = entry({ validUntil: '2027-01-01', closesOn: '2027-01-01' })
    expect(renewalCalendar([exact], '2026-07-06').map(({ kind }) => kind)).toEqual(['ends'])
    expect(renewalCalendar([exact], '2027-01-01')).toEqual([])
  })
})

describe('the file', () => {
  const stamp = new Date('2026-11-24T10:20:30.456Z')
  const event = (summary: string) => ({
    uid: 'a@example.test',
    on: '2027-02-28',
    summary,
    description: 'd',
    url: 'https://example.test/',
  })

  test('is a whole day, with a stamp in UTC and an escaped text', () => {
    const file = calendarFile('Renewals', [event('R&D; a, b\\c\nd')], stamp)
    expect(file).toContain('DTSTAMP:20261124T102030Z\r\n')
    expect(file).toContain('DTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\n')
    expect(file).toContain('SUMMARY:R&D\\; a\\, b\\\\c\\nd\r\n')
  })

  test('no line is longer than 75 octets, none breaks a character, and unfolding gives the text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (summary) => {
        const text = summary.replaceAll(/[\r\n\\;,]/g, '')
        const file = calendarFile('Renewals', [event(text)], stamp)
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(Buffer.from(line).toString('utf8')).toBe(line)
        }
        expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${text}\r\n`)
      }),
    )
  })
})
