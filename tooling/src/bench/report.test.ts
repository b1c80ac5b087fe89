import { expect, test } from 'vitest'
import { growthOf, type MeasuredWork } from './report'
import { spreadOf, summariseRounds } from './statistics'

const measured = (
  work: string,
  offerings: number,
  p95: number,
  limitP95: number,
): MeasuredWork => ({
  work,
  offerings,
  clients: 16,
  subjectName: 'page',
  limitName: 'bare',
  goal: null,
  subject: summariseRounds([{ perSecond: 1, latenciesMs: new Array(20).fill(p95) }]),
  limit: summariseRounds([{ perSecond: 1, latenciesMs: new Array(20).fill(limitP95) }]),
  ratio: spreadOf([1]),
})

test('growth goes from the smallest data set to the largest, for each work by itself', () => {
  const works = [
    measured('search', 623, 10, 4),
    measured('search', 10_000, 15, 5),
    measured('search', 100_000, 20, 10),
    measured('checkout', 100_000, 99, 9),
  ]
  expect(growthOf(works)).toEqual([
    { work: 'search', clients: 16, from: 623, to: 100_000, factor: 2, limitFactor: 2.5 },
  ])
})
