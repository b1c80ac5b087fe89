import { expect, it } from 'vitest'
import { bulkPlan } from './bulk-plan'

const offering = (
  id: string,
  status: 'draft' | 'published' | 'retired',
  publishBlockers: 'price-missing'[] = [],
) => ({
  id,
  title: id,
  status,
  version: 1,
  publishBlockers,
  inPrograms: [],
  counts: { enrolments: 2, reviews: 0, orderLines: 0 },
})

it('tells which of the chosen are published, and why others are not', () => {
  const plan = bulkPlan('publish', [
    offering('a', 'draft'),
    offering('b', 'draft', ['price-missing']),
    offering('c', 'published'),
    offering('d', 'retired'),
  ])
  const ids = (list: { id: string }[]) => list.map(({ id }) => id)
  expect([ids(plan.go), ids(plan.blocked), ids(plan.there), ids(plan.wrongState)]).toEqual([
    ['a'],
    ['b'],
    ['c'],
    ['d'],
  ])
})

it('retires what is public only, whatever it lacks, and counts its learners', () => {
  const plan = bulkPlan('retire', [
    offering('a', 'published', ['price-missing']),
    offering('b', 'draft'),
  ])
  expect(plan.go.map(({ id }) => id)).toEqual(['a'])
  expect(plan.wrongState.map(({ id }) => id)).toEqual(['b'])
  expect(plan.learners).toBe(2)
})
