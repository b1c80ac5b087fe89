import { expect, test } from 'vitest'
import { coverageRows } from './coverage-rows'

const domain = (code: string, weight: number) => ({
  code,
  title: `Domain ${code}`,
  weight: { min: weight, max: weight },
  objectives: [1, 2].map((number) => ({ code: `${code}.${number}`, title: `Objective ${number}` })),
})

test('each domain has the sum of its objectives, and what a form needs of it by largest remainder', () => {
  const blueprint = {
    offeringId: 'x',
    title: 'X',
    code: 'X',
    form: { size: 10, pretest: 3 },
    domains: [domain('1', 50), domain('2', 50)],
  }
  const rows = coverageRows(blueprint, [
    { objective: '1.1', state: 'active', items: 2, points: 4 },
    { objective: '1.2', state: 'active', items: 1, points: 1 },
    { objective: '1.2', state: 'review', items: 1, points: 1 },
    { objective: '2.1', state: 'retired', items: 9, points: 9 },
  ])
  expect(rows.map(({ code }) => code)).toEqual(['1', '1.1', '1.2', '2', '2.1', '2.2'])
  expect(rows.map(({ active }) => active)).toEqual([5, 4, 1, 0, 0, 0])
  expect(rows[0]).toMatchObject({ needed: 4, items: 4, waiting: 1 })
  expect(rows[3]).toMatchObject({ needed: 3, items: 9, pretest: 0 })
  expect(coverageRows({ ...blueprint, form: null }, [])[0]?.needed).toBeNull()
})
