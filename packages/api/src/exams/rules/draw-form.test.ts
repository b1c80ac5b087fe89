import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apportion } from './apportion'
import { type DrawableItem, domainPoints, drawForm, type FormWish, overlapShare } from './draw-form'

const blueprint = [
  { domain: '1', weight: 20 },
  { domain: '2', weight: 25 },
  { domain: '3', weight: 25 },
  { domain: '4', weight: 20 },
  { domain: '5', weight: 10 },
]

const item = (domain: string, number: number, more: Partial<DrawableItem> = {}): DrawableItem => ({
  itemId: `${domain}-${number}`,
  versionId: `v-${domain}-${number}`,
  domain,
  points: 1,
  state: 'active',
  enemies: [],
  ...more,
})

/** A bank with so many items per percent of weight, every tenth one a case of three parts, and some to try out. */
const bank = (perPercent: number): DrawableItem[] =>
  blueprint.flatMap(({ domain, weight }) => [
    ...Array.from({ length: Math.ceil(weight * perPercent) }, (_, number) =>
      item(domain, number, number % 10 === 9 ? { points: 3 } : {}),
    ),
    item(domain, 900, { state: 'pretest' }),
    item(domain, 901, { state: 'pretest' }),
  ])

const wish = (more: Partial<FormWish> = {}): FormWish => ({
  blueprint,
  items: bank(1.5),
  size: 50,
  pretest: 5,
  seed: 'a',
  earlier: [],
  exposure: { sittings: 0, deliveries: {} },
  ...more,
})

function draw(asked: FormWish) {
  const form = drawForm(asked)
  if (!form.ok) throw new Error(JSON.stringify(form.missing))
  return form.items
}
const pointsOf = (items: readonly { points: number }[]) =>
  items.reduce((sum, { points }) => sum + points, 0)

describe('43 blueprint-weights-exact: shares by the largest remainder', () => {
  it('gives what is left to the largest remainders', () => {
    expect(apportion(45, [20, 25, 25, 20, 10])).toEqual([9, 11, 11, 9, 5])
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(apportion(0, [3, 1])).toEqual([0, 0])
    expect(() => apportion(5, [0, 0])).toThrow(RangeError)
  })

  it('sums up exactly, and each part is its share rounded down or up', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((weight) => weight > 0))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), weights, (total, list) => {
        const parts = apportion(total, list)
        const sum = list.reduce((all, weight) => all + weight, 0)
        expect(parts.reduce((all, part) => all + part, 0)).toBe(total)
        parts.forEach((part, index) => {
          const exact = (total * list[index]!) / sum
          expect(part).toBeGreaterThanOrEqual(Math.floor(exact))
          expect(part).toBeLessThanOrEqual(Math.ceil(exact))
        })
      }),
    )
  })
})

describe('a form that is drawn', () => {
  it('holds the points of each domain, whole cases, and no more pretest points than asked', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 20, max: 80 }),
        fc.integer({ min: 0, max: 8 }),
        (seed, size, pretest) => {
          const asked = wish({ seed, size, pretest })
          const items = draw(asked)
          const scored = items.filter(({ isScored }) => isScored)
          for (const { domain, points } of domainPoints(asked)) {
            expect(pointsOf(scored.filter((drawn) => drawn.domain === domain))).toBe(points)
          }
          expect(pointsOf(items)).toBe(size)
          expect(new Set(items.map(({ itemId }) => itemId)).size).toBe(items.length)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is the same for the same seed and another for another', () => {
    expect(draw(wish())).toEqual(draw(wish()))
    expect(draw(wish({ seed: 'b' }))).not.toEqual(draw(wish()))
  })

  it('keeps enemies apart, whichever of them names the other', () => {
    const items = bank(1).map((one) =>
      one.domain === '5' && one.itemId !== '5-0' && one.state === 'active'
        ? { ...one, enemies: ['5-0'] }
        : one,
    )
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      const drawn = draw(wish({ items, seed })).map(({ itemId }) => itemId)
      expect(drawn).not.toContain('5-0')
    }
  })

  it('51 form-overlap: shares at most a fifth with each earlier form', () => {
    const earlier: string[][] = []
    for (let number = 0; number < 4; number++) {
      const items = draw(wish({ seed: `form ${number}`, items: bank(1.8), earlier }))
      for (const form of earlier) {
        const shared = items.filter(({ itemId }) => form.includes(itemId))
        expect(pointsOf(shared)).toBeLessThanOrEqual(50 * overlapShare)
      }
      earlier.push(items.map(({ itemId }) => itemId))
    }
  })

  it('leaves out what more than a quarter of the candidates saw, once enough have sat', () => {
    const deliveries = Object.fromEntries(bank(1.5).map(({ itemId }) => [itemId, 20]))
    deliveries['1-0'] = 26
    for (const seed of ['a', 'b', 'c']) {
      const items = draw(wish({ seed, exposure: { sittings: 100, deliveries } }))
      expect(items.map(({ itemId }) => itemId)).not.toContain('1-0')
    }
    const all = draw(
      wish({ items: bank(0.45), pretest: 0, size: 45, exposure: { sittings: 99, deliveries } }),
    )
    expect(all.map(({ itemId }) => itemId)).toContain('1-0')
  })

  it('is refused with what is missing', () => {
    const items = bank(1.5).filter(({ domain, state }) => domain !== '3' || state === 'pretest')
    expect(drawForm(wish({ items }))).toEqual({
      ok: false,
      missing: [{ domain: '3', wanted: 11, found: 0 }],
    })
    expect(drawForm(wish({ pretest: 12, size: 57 }))).toEqual({
      ok: false,
      missing: [{ domain: null, wanted: 12, found: 10 }],
    })
  })
})
