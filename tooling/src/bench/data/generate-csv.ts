import { createRandom, type Random } from '../../random'
import { ANGLES, AUDIENCES, FIELDS, OPENINGS, PROVIDERS, SENTENCES } from './vocabulary'

const COLUMNS = [
  'ID',
  'Title',
  'Organization',
  'Skills',
  'Ratings',
  'course_url',
  'course_students_enrolled',
  'course_description',
  'Review_Count',
  'Difficulty',
  'Type',
  'Duration',
] as const

/** How often which value occurs, taken from a real list of 623 offerings. */
const DIFFICULTIES = { Beginner: 413, Intermediate: 153, Mixed: 39, Advanced: 18 }
const TYPES = {
  Course: 299,
  Specialization: 223,
  'Professional Certificate': 81,
  'Guided Project': 20,
}
const DURATIONS = {
  '3 - 6 Months': 277,
  '1 - 3 Months': 189,
  '1 - 4 Weeks': 137,
  'Less Than 2 Hours': 20,
}

function weighted(random: Random, weights: Readonly<Record<string, number>>): string {
  const entries = Object.entries(weights)
  let left = random.next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [value, weight] of entries) {
    left -= weight
    if (left < 0) return value
  }
  return entries.at(-1)?.[0] ?? ''
}

/** Of a list, the first ones often and the last ones seldom, as providers and skills are in life. */
const skewed = <T>(random: Random, values: readonly T[]): T =>
  values[Math.floor(values.length * random.next() ** 2)] ?? random.pick(values)

const thousands = (value: number) => value.toLocaleString('en-US')
const shortened = (value: number) => (value < 1000 ? String(value) : `${Math.round(value / 1000)}K`)
const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

function makeRow(random: Random, number: number): string {
  const field = skewed(random, FIELDS)
  const angle = random.pick(ANGLES)
  const subject = random.next() < 0.6 ? `${field} ${angle}` : field
  const title = [
    random.next() < 0.7 ? `${random.pick(OPENINGS)} ` : '',
    subject,
    random.next() < 0.6 ? ` ${random.pick(AUDIENCES)}` : '',
  ].join('')
  const skills = new Set([field, `${field} ${angle}`])
  const wanted = 3 + random.below(18)
  while (skills.size < wanted) {
    const other = skewed(random, FIELDS)
    skills.add(random.next() < 0.5 ? other : `${other} ${random.pick(ANGLES)}`)
  }
  const students = Math.floor(10 ** (3 + 3 * random.next()))
  const description = Array.from(
    { length: 6 + random.below(12) },
    () => `${random.pick(SENTENCES)} (${skewed(random, FIELDS).toLowerCase()}).`,
  ).join(random.next() < 0.3 ? '\n' : ' ')
  const cells: Record<(typeof COLUMNS)[number], string> = {
    ID: String(number),
    Title: title,
    Organization: skewed(random, PROVIDERS),
    Skills: ` ${[...skills].join(', ')}`,
    Ratings: (4 + random.below(10) / 10).toFixed(1),
    course_url: `https://offerings.example.com/learn/${number}`,
    course_students_enrolled: thousands(students),
    course_description: description,
    Review_Count: shortened(Math.floor(students / 12)),
    Difficulty: weighted(random, DIFFICULTIES),
    Type: weighted(random, TYPES),
    Duration: weighted(random, DURATIONS),
  }
  return `${COLUMNS.map((name) => quoted(cells[name])).join(',')}\n`
}

/**
 * A made-up list of offerings, row by row, in the shape of the lists that providers hand over: long
 * skill lists, thousands separators, quoted line breaks, few large and many small providers. The same
 * seed gives the same bytes.
 */
export function* generateCsv(count: number, seed: number): Generator<string> {
  const random = createRandom(seed)
  yield `${COLUMNS.join(',')}\n`
  for (let number = 1; number <= count; number++) yield makeRow(random, number)
}
