import { expect, test } from 'vitest'
import { createRandom } from '../../random'
import { misspell } from './search'

test('a misspelt word keeps its first letter and is one slip away', () => {
  const random = createRandom(1)
  const made = Array.from({ length: 200 }, () => misspell('architecture', random))
  for (const word of made) {
    expect(word[0]).toBe('a')
    expect(Math.abs(word.length - 'architecture'.length)).toBeLessThanOrEqual(1)
  }
  expect(new Set(made).size).toBeGreaterThan(20)
})
