import { updateOfferingInput } from '@archway/api/catalog/schema/editing'
import { expect, it } from 'vitest'
import { changesOf } from './changes-of'
import type { OfferingValues } from './values'

const values: OfferingValues = {
  title: 'Designing systems',
  slug: 'designing-systems',
  summary: '',
  level: 'beginner',
  provider: null,
  languages: ['en'],
  imageKey: null,
  descriptionHtml: '',
  outcomes: [],
  topics: [],
  skills: [],
  durationMin: '',
  durationMax: '',
  durationUnit: 'week',
  workloadHours: '',
  hoursPerWeek: '',
  people: [],
  faqs: [],
  facts: [],
  prices: [],
  externalUrl: '',
  sourceUrl: '',
  verifiedOn: '',
  courses: [],
}
const schema = updateOfferingInput.shape.changes

it('sends what was changed and nothing else', () => {
  expect(changesOf(values, ['title'])).toEqual({ title: 'Designing systems' })
  expect(changesOf(values, [])).toEqual({})
})

it('reads amounts into minor units of their currency, and refuses what is none', () => {
  const price = { id: '1', period: 'one_time' as const, note: '' }
  const prices = [
    { ...price, currency: 'usd', amount: '1,049.50' },
    { ...price, id: '2', currency: 'JPY', amount: '7500' },
  ]
  expect(schema.parse(changesOf({ ...values, prices }, ['prices'])).prices).toEqual([
    { currency: 'USD', amountMinor: 104950n, period: 'one_time', note: null },
    { currency: 'JPY', amountMinor: 7500n, period: 'one_time', note: null },
  ])
  const wrong = changesOf({ ...values, prices: [{ ...price, currency: 'JPY', amount: '75.5' }] }, [
    'prices',
  ])
  expect(schema.safeParse(wrong).error?.issues[0]?.path).toEqual(['prices', 0, 'amountMinor'])
})

it('takes one number for both ends of a duration, and none for no duration', () => {
  expect(changesOf({ ...values, durationMin: '6' }, ['durationMin'])).toEqual({
    duration: { min: 6, max: 6, unit: 'week' },
  })
  expect(changesOf(values, ['durationMax'])).toEqual({ duration: null })
  expect(
    schema.safeParse(changesOf({ ...values, durationMin: 'six' }, ['durationMin'])).success,
  ).toBe(false)
})

it('gives new facts a key of their own and leaves saved ones alone', () => {
  const fact = {
    label: 'Exam minutes',
    value: '90',
    sourceTitle: '',
    sourceUrl: '',
    verifiedOn: '2026-05-01',
  }
  const facts = [
    { ...fact, id: '1', key: 'exam_minutes' },
    { ...fact, id: '2', key: '' },
    { ...fact, id: '3', key: '', label: '?' },
  ]
  expect(
    schema.parse(changesOf({ ...values, facts }, ['facts'])).facts?.map(({ key }) => key),
  ).toEqual(['exam_minutes', 'exam_minutes_2', 'fact'])
})
