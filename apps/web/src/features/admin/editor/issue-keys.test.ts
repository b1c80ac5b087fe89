import { updateOfferingInput } from '@archway/api/catalog/schema/editing'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { issuesByPath } from './issue-keys'

const issues = (schema: z.ZodType, input: unknown) => {
  const { error } = schema.safeParse(input)
  return error ? issuesByPath(error) : {}
}
const changes = updateOfferingInput.shape.changes

it('says what is wrong with each field, by its path', () => {
  expect(
    issues(changes, {
      title: ' ',
      summary: 'x'.repeat(301),
      languages: [],
      externalUrl: 'ftp://x',
      verifiedOn: 'soon',
      workloadHours: Number.NaN,
      hoursPerWeek: 0,
      prices: [{ currency: 'USD', amountMinor: 'unreadable', period: 'one_time', note: null }],
      duration: { min: 5, max: 2, unit: 'week' },
    }),
  ).toEqual({
    title: { key: 'required' },
    summary: { key: 'too-long', max: 300 },
    languages: { key: 'too-few', min: 1 },
    externalUrl: { key: 'url' },
    verifiedOn: { key: 'required' },
    workloadHours: { key: 'number' },
    hoursPerWeek: { key: 'too-small', min: 1 },
    'prices.0.amountMinor': { key: 'amount' },
    'duration.max': { key: 'max-below-min' },
  })
})

it('takes the key that a schema names over the kind of issue, and the first of several', () => {
  const schema = z.object({ a: z.string().min(3, 'name-missing').regex(/x/) })
  expect(issues(schema, { a: '' })).toEqual({ a: { key: 'name-missing' } })
})
