import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ItemKey } from '../schema/key'
import { normalisedText, scoreItem } from './score-item'

const ids = ['a', 'b', 'c', 'd', 'e']
const multiple = (correct: string[], credit: 'all' | 'partial'): ItemKey => ({
  kind: 'multiple',
  correct,
  credit,
})

describe('47 multi-select-partial', () => {
  test.each<[string[], number]>([
    [['a', 'b', 'c'], 1],
    [['a', 'b'], 0.667],
    [['a', 'b', 'd'], 0.333],
    [['a', 'd', 'e'], 0],
    [['a', 'a', 'a'], 0.333],
    [[], 0],
  ])('choosing %j of a, b and c earns %d', (selected, points) => {
    const key = multiple(['a', 'b', 'c'], 'partial')
    expect(scoreItem(key, { kind: 'multiple', selected })).toBe(points)
  })

  test('all or nothing gives nothing for a part of it, nor for one too many', () => {
    const key = multiple(['a', 'b'], 'all')
    expect(scoreItem(key, { kind: 'multiple', selected: ['b', 'a'] })).toBe(1)
    expect(scoreItem(key, { kind: 'multiple', selected: ['a'] })).toBe(0)
    expect(scoreItem(key, { kind: 'multiple', selected: ['a', 'b', 'c'] })).toBe(0)
  })

  test('is between nothing and one point, one exactly for the key, and choosing everything gains nothing', () => {
    const subset = fc.subarray(ids)
    fc.assert(
      fc.property(fc.subarray(ids, { minLength: 1, maxLength: 3 }), subset, (correct, selected) => {
        const points = scoreItem(multiple(correct, 'partial'), { kind: 'multiple', selected })
        expect(points).toBeGreaterThanOrEqual(0)
        expect(points).toBeLessThanOrEqual(1)
        expect(points === 1).toBe([...correct].sort().join() === [...selected].sort().join())
        const everything = scoreItem(multiple(correct, 'partial'), {
          kind: 'multiple',
          selected: ids,
        })
        expect(everything).toBeLessThan(0.5)
      }),
    )
  })
})

describe('48 unanswered', () => {
  const keys: ItemKey[] = [
    { kind: 'single', correct: 'a' },
    multiple(['a'], 'partial'),
    { kind: 'order', sequence: ['a', 'b'] },
    { kind: 'match', pairs: { x: 'a' }, credit: 'partial' },
    { kind: 'numeric', value: 0, tolerance: 1000 },
    { kind: 'text', accepted: ['a'] },
    { kind: 'hotspot', correct: 'a' },
    { kind: 'case', parts: { 1: { kind: 'numeric', value: 0, tolerance: 10 } } },
  ]

  test.each(keys)('$kind earns nothing, without an answer or with one of another kind', (key) => {
    expect(scoreItem(key, null)).toBe(0)
    for (const other of keys.filter(({ kind }) => kind !== key.kind)) {
      if (other.kind === 'single' || other.kind === 'hotspot') {
        expect(scoreItem(key, { kind: other.kind, selected: 'a' })).toBe(0)
      }
    }
    expect(scoreItem(key, { kind: 'case', parts: {} })).toBe(0)
  })
})

test('a number is right within its tolerance, the bounds included, as on paper', () => {
  const points = (value: number, tolerance: number, given: number) =>
    scoreItem({ kind: 'numeric', value, tolerance }, { kind: 'numeric', value: given })
  expect(points(1, 0.05, 1.05)).toBe(1)
  expect(points(1, 0.05, 1.051)).toBe(0)
  expect(points(0.3, 0, 0.1 + 0.2)).toBe(1)
  expect(points(0, 0, 0.000_001)).toBe(0)
  const cents = fc.integer({ min: -100_000, max: 100_000 })
  fc.assert(
    fc.property(cents, fc.integer({ min: 0, max: 500 }), cents, (value, tolerance, given) => {
      const expected = Math.abs(value - given) <= tolerance ? 1 : 0
      expect(points(value / 100, tolerance / 100, given / 100)).toBe(expected)
    }),
  )
})

test('a text is compared without what nobody sees: form, space and, unless it counts, case', () => {
  const points = (accepted: string, text: string, isCaseSensitive?: boolean) =>
    scoreItem({ kind: 'text', accepted: [accepted], isCaseSensitive }, { kind: 'text', text })
  expect(points('canary release', '  Canary\u00a0\n release ')).toBe(1)
  expect(points('ﬁne-tuning', 'FINE-TUNING')).toBe(1)
  expect(points('Zoë', 'Zoe\u0308')).toBe(1)
  expect(points('canary', 'canaries')).toBe(0)
  expect(points('kubectl', 'Kubectl', true)).toBe(0)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = normalisedText(text, false)
      expect(normalisedText(once, false)).toBe(once)
    }),
  )
})

test('an order is right as a whole; pairs of a match count for themselves', () => {
  const order: ItemKey = { kind: 'order', sequence: ['c', 'a', 'b'] }
  expect(scoreItem(order, { kind: 'order', sequence: ['c', 'a', 'b'] })).toBe(1)
  expect(scoreItem(order, { kind: 'order', sequence: ['c', 'a'] })).toBe(0)
  const match = (credit: 'all' | 'partial'): ItemKey => ({
    kind: 'match',
    pairs: { 1: 'a', 2: 'b', 3: 'b' },
    credit,
  })
  const pairs = { 1: 'a', 2: 'a', 3: 'b' }
  expect(scoreItem(match('partial'), { kind: 'match', pairs })).toBe(0.667)
  expect(scoreItem(match('all'), { kind: 'match', pairs })).toBe(0)
})

test('a case adds up its parts, whatever else is sent along', () => {
  const key: ItemKey = {
    kind: 'case',
    parts: {
      1: { kind: 'single', correct: 'b' },
      2: { kind: 'multiple', correct: ['a', 'b'], credit: 'partial' },
    },
  }
  const answer = {
    1: { kind: 'single' as const, selected: 'b' },
    2: { kind: 'multiple' as const, selected: ['a'] },
    9: { kind: 'single' as const, selected: 'b' },
  }
  expect(scoreItem(key, { kind: 'case', parts: answer })).toBe(1.5)
})
