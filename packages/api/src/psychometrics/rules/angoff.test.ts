import { describe, expect, it } from 'vitest'
import { panelFigures } from './angoff'

const [first, second, third] = ['01', '02', '03'].map(
  (end) => `00000000-0000-7000-8000-0000000000${end}`,
) as [string, string, string]

const items = [
  { versionId: 'easy', points: 1 },
  { versionId: 'hard', points: 1 },
  { versionId: 'case', points: 3 },
]
const rate = (judgeId: string, ...chances: number[]) =>
  items.map(({ versionId }, at) => ({ judgeId, versionId, chance: chances[at] ?? 0 }))

describe('a panel of judges', () => {
  it('cuts at the sum of the mean ratings, each worth its points', () => {
    const result = panelFigures(items, [
      ...rate(second, 0.9, 0.4, 0.5),
      ...rate(first, 0.8, 0.3, 0.6),
      ...rate(third, 0.7, 0.5, 0.7),
    ])
    // (0.8 + 0.9 + 0.7) / 3 + (0.3 + 0.4 + 0.5) / 3 + 3 × (0.6 + 0.5 + 0.7) / 3
    expect(result.cutRaw).toBeCloseTo(0.8 + 0.4 + 1.8, 12)
    expect(result.maxRaw).toBe(5)
    expect(result.judges.map((judge) => judge.cutRaw)).toEqual([
      expect.closeTo(2.9, 12),
      expect.closeTo(2.8, 12),
      expect.closeTo(3.3, 12),
    ])
    // sd of 2.9, 2.8, 3.3 is √0.07
    expect(result.standardError).toBeCloseTo(Math.sqrt(0.07 / 3), 12)
    expect(result.items[1]).toEqual({
      versionId: 'hard',
      mean: expect.closeTo(0.4, 12),
      lowest: 0.3,
      highest: 0.5,
    })
  })

  it('that agrees on everything is wholly consistent and has no error', () => {
    const result = panelFigures(
      items,
      [first, second, third].flatMap((judge) => rate(judge, 0.9, 0.2, 0.5)),
    )
    expect(result.consistency).toBeCloseTo(1, 12)
    expect(result.standardError).toBe(0)
  })

  it('lacks no rating', () => {
    expect(() =>
      panelFigures(items, [...rate(first, 0.5, 0.5, 0.5), ...rate(second, 0.5).slice(0, 1)]),
    ).toThrow(RangeError)
  })
})
