import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Duration } from '../../rules/duration'
import { durationUnits } from '../../schema/vocabulary'
import { parseCount, parseKind, parseLevel, parseRating, parseUrl } from './cells'
import { guessMapping } from './columns'
import { formatDuration, parseDuration } from './duration-cell'
import { neutraliseFormula, restoreFormula } from './formula'
import { guessLanguage } from './language'
import { firstSentence, htmlToLines, plainText, textToHtml } from './plain-text'
import { compoundNames, parseSkills } from './skills-cell'
import { topicsOf } from './topics'

const value = <Value>(cell: { ok: true; value: Value } | { ok: false; reason: string }) =>
  cell.ok ? cell.value : cell.reason

describe('counts', () => {
  it.each([
    ['700,909', 700_909],
    ['1,297,487', 1_297_487],
    ['20K', 20_000],
    ['1.4K', 1_400],
    ['1.2M', 1_200_000],
    [' 106 ', 106],
    ['1 234', 1_234],
    ['4063 learners', 4_063],
    ['', null],
    ['about 20', 'not-a-count'],
    ['-5', 'not-a-count'],
    ['1.5', 'not-a-count'],
    ['12,34', 'not-a-count'],
    ['9999999999', 'count-too-large'],
  ])('%j is %s', (text, expected) => expect(value(parseCount(text))).toBe(expected))
  it('reads any count with thousands separators', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (count) => {
        expect(value(parseCount(count.toLocaleString('en')))).toBe(count)
        expect(value(parseCount(String(count)))).toBe(count)
      }),
    )
  })
})

describe('ratings', () => {
  it.each([
    ['4.8', 480],
    ['5.0', 500],
    ['4,65', 465],
    ['4.7 stars', 470],
    ['4.5/5', 450],
    ['', null],
    ['5.1', 'rating-out-of-range'],
    ['great', 'not-a-rating'],
  ])('%j is %s', (text, expected) => expect(value(parseRating(text))).toBe(expected))
})

describe('addresses', () => {
  it.each([
    [' https://www.coursera.org/learn/x ', 'https://www.coursera.org/learn/x'],
    ['', null],
    ['javascript:alert(1)', 'url-scheme'],
    ['data:text/html,x', 'url-scheme'],
    ['https://user:pw@a.test/', 'url-with-password'],
    ['not a link', 'not-a-url'],
  ])('%j is %s', (text, expected) => expect(value(parseUrl(text))).toBe(expected))
})

describe('levels and types', () => {
  it.each([
    ['Beginner', 'beginner'],
    [' intermediate level', 'intermediate'],
    ['', 'mixed'],
    ['wizard', 'unknown-level'],
  ])('level %j is %s', (text, expected) => expect(value(parseLevel(text))).toBe(expected))
  it.each([
    ['Professional Certificate', 'program'],
    ['Specialization', 'program'],
    ['Guided Project', 'course'],
    ['Certification', 'certification'],
    ['', 'course'],
    ['Podcast', 'unknown-type'],
  ])('type %j is %s', (text, expected) => expect(value(parseKind(text))).toBe(expected))
})

describe('durations', () => {
  it.each([
    ['3 - 6 Months', { min: 3, max: 6, unit: 'month' }],
    ['1 - 4 Weeks', { min: 1, max: 4, unit: 'week' }],
    ['Less Than 2 Hours', { min: 0, max: 2, unit: 'hour' }],
    ['90 minutes', { min: 2, max: 2, unit: 'hour' }],
    ['4 weeks', { min: 4, max: 4, unit: 'week' }],
    ['1 year', { min: 12, max: 12, unit: 'month' }],
    ['', null],
    ['6 - 3 Months', 'unknown-duration'],
    ['a while', 'unknown-duration'],
    ['0 weeks', 'unknown-duration'],
    ['5 constructor', 'unknown-duration'],
  ])('%j is %o', (text, expected) => expect(value(parseDuration(text))).toEqual(expected))
  it('is read back as it was written', () => {
    const duration: fc.Arbitrary<Duration> = fc
      .record({
        min: fc.integer({ min: 0, max: 400 }),
        more: fc.integer({ min: 0, max: 400 }),
        unit: fc.constantFrom(...durationUnits),
      })
      .map(({ min, more, unit }) => ({ min, max: Math.max(min + more, 1), unit }))
    fc.assert(
      fc.property(duration, (one) => {
        expect(value(parseDuration(formatDuration(one)))).toEqual(one)
      }),
    )
  })
})

describe('formulas', () => {
  it('are made harmless and come back exactly, whatever the text', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom("'", "''", '=', '+', '-', '@', '\t', '\r'), fc.string())
        .map((p) => p.join('')),
    )
    fc.assert(
      fc.property(text, (one) => {
        expect(neutraliseFormula(one)).not.toMatch(/^[=+\-@\t\r]/)
        expect(restoreFormula(neutraliseFormula(one))).toBe(one)
      }),
    )
  })
})

describe('text', () => {
  it('loses tags and scripts and keeps lines', () => {
    expect(plainText('<b>Bold</b> &amp; <script>steal()</script>brave\r\nnext')).toEqual({
      text: 'Bold & brave\nnext',
      removed: ['html-removed'],
    })
    expect(plainText('a\u0000b\u202Ec')).toEqual({
      text: 'abc',
      removed: ['control-characters-removed'],
    })
    expect(plainText('3 < 5 and x > y').text).toBe('3 < 5 and x > y')
    expect(plainText('&lt;script&gt;alert(1)&lt;/script&gt;').text).not.toContain('<script')
  })
  it('does not change when it is cleaned again, or goes through HTML and back', () => {
    const messy = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(
          fc.constantFrom(
            '<b>',
            '</p>',
            '<img src=x onerror=y>',
            '&lt;',
            '&amp;',
            'word',
            '\n',
            ' ',
            '<',
            '"',
          ),
        )
        .map((p) => p.join('')),
    )
    fc.assert(
      fc.property(messy, (one) => {
        const { text } = plainText(one)
        expect(plainText(text).text).toBe(text)
        expect(htmlToLines(textToHtml(text))).toBe(text)
        expect(text).not.toMatch(/<\/?[a-z!][^>]*>/i)
      }),
      { numRuns: 500 },
    )
  })
  it('has a first sentence that fits', () => {
    expect(firstSentence('This is a first sentence. And a second.')).toBe(
      'This is a first sentence.',
    )
    const long = firstSentence('word '.repeat(100))
    expect(long.length).toBeLessThanOrEqual(200)
    expect(long.endsWith('…')).toBe(true)
  })
})

describe('skills', () => {
  const compounds = compoundNames([])
  it('keeps a skill whole that contains commas', () => {
    expect(
      parseSkills(' Exploratory Data Analysis, Extract, Transform, Load, Leadership', compounds),
    ).toEqual({
      skills: ['Exploratory Data Analysis', 'Extract, Transform, Load', 'Leadership'],
      ignored: [],
    })
    expect(parseSkills('Extract, Transform, Load', compounds).skills).toEqual([
      'Extract, Transform, Load',
    ])
    expect(parseSkills('Extract, Loading', compounds).skills).toEqual(['Extract', 'Loading'])
  })
  it('takes those that the catalogue knows', () => {
    expect(parseSkills('A, B, Plan, Do, Check', compoundNames(['Plan, Do, Check'])).skills).toEqual(
      ['A', 'B', 'Plan, Do, Check'],
    )
  })
  it('gives ours for other names, once', () => {
    expect(
      parseSkills("Python Programming, python,PYTHON, 'R Programming'", compounds).skills,
    ).toEqual(['Python', 'R'])
  })
  it('takes semicolons and bars, and leaves out what is too much', () => {
    expect(parseSkills('SQL; Git | Docker (Software)', compounds).skills).toEqual([
      'SQL',
      'Git',
      'Docker',
    ])
    const many = Array.from({ length: 80 }, (_, index) => `skill ${index}`).join(', ')
    const { skills, ignored } = parseSkills(many, compounds)
    expect([skills.length, ignored.length]).toEqual([60, 20])
  })
})

describe('languages', () => {
  it.each([
    ['Google データアナリティクス', '', 'ja'],
    ['Google Cloud Digital Leader Training 日本語版', '', 'ja'],
    ['Gestión de Proyectos de Google', '', 'es'],
    ['SQL für Data Science', '', 'de'],
    ['Google Cloud Fundamentals: Core Infrastructure en Français', '', 'fr'],
    ['Finanças Orientada a Dados', '', 'pt'],
    ['تحليلات البيانات من Google', '', 'ar'],
    ['Introduction to Generative AI', 'en este curso los datos y las personas', 'en'],
    [
      'Marketing Digital',
      'Este curso é para os que não conhecem dados e para você com uma visão',
      'pt',
    ],
    ['Kubernetes', '', 'en'],
  ])('%s is %s %s', (title, description, language) => {
    expect(guessLanguage(title, description)).toBe(language)
  })
})

describe('topics', () => {
  it('come from skills and title, most specific first, three at most', () => {
    expect(topicsOf('Deep Learning', ['Computer Vision', 'Python'])).toEqual([
      'computer-vision',
      'deep-learning',
    ])
    expect(
      topicsOf('x', ['Generative AI', 'Machine Learning', 'Finance', 'Cloud Computing']),
    ).toHaveLength(3)
    expect(topicsOf('Painting', [])).toEqual([])
  })
})

describe('columns', () => {
  it('are recognised in the list that this began with', () => {
    expect(
      guessMapping(
        'ID,Title,Organization,Skills,Ratings,course_url,course_students_enrolled,course_description,Review_Count,Difficulty,Type,Duration'.split(
          ',',
        ),
      ),
    ).toEqual({
      id: 'ID',
      title: 'Title',
      provider: 'Organization',
      skills: 'Skills',
      rating: 'Ratings',
      url: 'course_url',
      enrolled: 'course_students_enrolled',
      description: 'course_description',
      ratingCount: 'Review_Count',
      level: 'Difficulty',
      type: 'Type',
      duration: 'Duration',
    })
  })
  it('are recognised by other names, none twice', () => {
    const mapping = guessMapping([
      'Course Name',
      'University',
      'Course URL',
      'Course Rating',
      'junk',
    ])
    expect(mapping).toEqual({
      title: 'Course Name',
      provider: 'University',
      url: 'Course URL',
      rating: 'Course Rating',
    })
  })
})
