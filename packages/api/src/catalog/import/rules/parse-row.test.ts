import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRow } from './parse-row'

const good = {
  id: '7',
  title: '  Google   Data Analytics ',
  provider: 'Google',
  skills: ' SQL, Extract, Transform, Load',
  rating: '4.8',
  url: 'https://www.coursera.org/professional-certificates/google-data-analytics/',
  enrolled: '229,865',
  description: 'First line.\nSecond line.',
  ratingCount: '20K',
  level: 'Beginner',
  type: 'Professional Certificate',
  duration: '3 - 6 Months',
}
const compounds = ['Extract, Transform, Load']

describe('parseRow', () => {
  it('reads a row', () => {
    expect(parseRow(good, compounds)).toMatchObject({
      ok: true,
      warnings: [],
      keys: {
        own: 'url:www.coursera.org/professional-certificates/google-data-analytics',
        id: 'id:7',
      },
      row: {
        title: 'Google Data Analytics',
        provider: 'Google',
        kind: 'program',
        typeName: 'Professional Certificate',
        level: 'beginner',
        skills: ['SQL', 'Extract, Transform, Load'],
        ratingCenti: 480,
        ratingCount: 20_000,
        enrolled: 229_865,
        description: 'First line.\nSecond line.',
        duration: { min: 3, max: 6, unit: 'month' },
        language: 'en',
      },
    })
  })

  it('tells every reason for a rejection at once', () => {
    const parsed = parseRow(
      { ...good, title: ' ', rating: '9', url: 'javascript:alert(1)', duration: 'soon' },
      compounds,
    )
    expect(parsed.ok ? [] : parsed.issues.map(({ field, reason }) => `${field} ${reason}`)).toEqual(
      [
        'title missing',
        'rating rating-out-of-range',
        'url url-scheme',
        'duration unknown-duration',
      ],
    )
  })

  it('is known by its address, else its number, else provider and title', () => {
    const key = (change: Partial<typeof good>) => {
      const parsed = parseRow({ ...good, ...change }, compounds)
      return parsed.ok ? parsed.keys.own : 'rejected'
    }
    expect(key({ url: '' })).toBe('id:7')
    expect(key({ url: '', id: '' })).toBe('title:google|google data analytics')
    expect(key({ url: `${good.url}#top` })).toBe(key({}))
  })

  it('has one fingerprint for one meaning', () => {
    const hash = (change: Partial<typeof good>) => {
      const parsed = parseRow({ ...good, ...change }, compounds)
      return parsed.ok ? parsed.hash : 'rejected'
    }
    expect(hash({ enrolled: '229865', ratingCount: '20000', rating: '4.80' })).toBe(hash({}))
    expect(hash({ title: 'Google Data Analytics', skills: 'sql, extract, transform, load' })).toBe(
      hash({}),
    )
    expect(hash({ enrolled: '229,866' })).not.toBe(hash({}))
  })

  it('takes hostile cells without harm, and shows what it removed', () => {
    const parsed = parseRow(
      {
        ...good,
        title: '=HYPERLINK("http://evil.test","click")',
        description: '<img src=x onerror=alert(1)>Hello\u0000 there',
        provider: "'@SUM(A1)",
      },
      compounds,
    )
    expect(parsed).toMatchObject({
      ok: true,
      row: {
        title: '=HYPERLINK("http://evil.test","click")',
        provider: '@SUM(A1)',
        description: 'Hello there',
      },
    })
    expect(parsed.ok ? parsed.warnings.map(({ reason }) => reason) : []).toEqual([
      'control-characters-removed',
      'html-removed',
    ])
  })

  it('reads or rejects whatever stands in the cells', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('', '4.5', '<b>x'),
    )
    const cells = fc.record({
      id: cell,
      title: cell,
      provider: cell,
      skills: cell,
      rating: cell,
      url: fc.oneof(cell, fc.webUrl()),
      enrolled: cell,
      description: cell,
      ratingCount: cell,
      level: cell,
      type: cell,
      duration: cell,
    })
    fc.assert(
      fc.property(cells, (row) => {
        const parsed = parseRow(row, compounds)
        if (parsed.ok) {
          expect(parsed.row.title).not.toBe('')
          expect(parsed.row.title + parsed.row.description).not.toMatch(/\p{Cc}(?<!\n)/u)
        } else expect(parsed.issues.length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })
})
