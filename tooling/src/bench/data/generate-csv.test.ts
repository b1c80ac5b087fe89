import { expect, test } from 'vitest'
import { generateCsv } from './generate-csv'

test('the same seed gives the same list, another one does not', () => {
  const list = (seed: number) => [...generateCsv(50, seed)].join('')
  expect(list(1)).toBe(list(1))
  expect(list(1)).not.toBe(list(2))
})

test('a list has a header and the wanted rows, each with its own address', () => {
  const [header, ...rows] = [...generateCsv(300, 7)]
  expect(header).toMatch(/^ID,Title,Organization,Skills,/)
  expect(rows).toHaveLength(300)
  const addresses = rows.map(
    (row) => /https:\/\/offerings\.example\.com\/learn\/\d+/.exec(row)?.[0],
  )
  expect(new Set(addresses).size).toBe(300)
})

test('a longer list begins with the shorter one', () => {
  expect([...generateCsv(100, 7)].slice(0, 51)).toEqual([...generateCsv(50, 7)])
})
