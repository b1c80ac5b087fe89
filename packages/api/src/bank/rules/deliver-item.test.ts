import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../shared/keyed-random'
import type { ItemAnswer } from '../schema/answer'
import { type ItemContent, itemContent } from '../schema/content'
import type { DeliveredItem } from '../schema/delivered'
import { deliverItem, drawOptionOrder } from './deliver-item'
import { fromDelivered } from './from-delivered'
import { scoreItem } from './score-item'

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `text of ${id}` }))
const single: ItemContent = {
  kind: 'single',
  content: {
    stem: 'Which?',
    options: [...options, { id: 'z', text: 'none of these', isLast: true }],
  },
}
const hotspot: ItemContent = {
  kind: 'hotspot',
  content: {
    stem: 'Where?',
    image: { key: 'items/acaa-a-2.1-009.svg', alt: 'A plan', width: 400, height: 300 },
    areas: ['r1', 'r2'].map((id, index) => ({
      id,
      label: `Area ${id}`,
      shape: 'rect',
      coords: [index * 100, 0, 80, 40],
    })),
  },
}
const whole: ItemContent = {
  kind: 'case',
  content: {
    stem: 'A scenario',
    parts: [
      { id: '1', kind: 'single', content: { stem: 'First?', options } },
      {
        id: '2',
        kind: 'match',
        content: {
          stem: 'Match',
          prompts: [
            { id: 'a', text: 'one' },
            { id: 'b', text: 'two' },
          ],
          options,
        },
      },
      { id: '3', kind: 'order', content: { stem: 'Order', options } },
      { id: '4', ...hotspot },
    ],
  },
}

const delivered = (item: ItemContent, seed: string) => {
  const order = drawOptionOrder(item, createRandom(seed))
  return { order, shown: deliverItem(item, order) }
}
const optionsOf = (shown: DeliveredItem) =>
  'options' in shown ? shown.options : expect.unreachable()

describe('38 stable-option-ids', () => {
  test('two attempts share no id, and none of them is the item’s own', () => {
    const seen = new Set<string>()
    for (let attempt = 0; attempt < 200; attempt += 1) {
      for (const { id } of optionsOf(delivered(single, `attempt ${attempt}`).shown)) {
        expect(seen.has(id)).toBe(false)
        expect(id).toMatch(/^[a-z2-9]{12}$/)
        seen.add(id)
      }
    }
  })

  test('the same attempt shows the same again after a reload', () => {
    expect(delivered(whole, 'one seed')).toEqual(delivered(whole, 'one seed'))
  })

  test('every option comes first as often as another, the last one stays last', () => {
    const firsts = new Map<string, number>()
    for (let attempt = 0; attempt < 4000; attempt += 1) {
      const texts = optionsOf(delivered(single, `seed ${attempt}`).shown).map(({ text }) => text)
      expect(texts.at(-1)).toBe('none of these')
      firsts.set(texts[0] ?? '', (firsts.get(texts[0] ?? '') ?? 0) + 1)
    }
    // 1000 each, with a standard deviation of 27
    for (const count of firsts.values()) expect(Math.abs(count - 1000)).toBeLessThan(140)
    expect(firsts.size).toBe(4)
  })
})

test('35 answer-key-in-payload: what is delivered has the named fields and no others', () => {
  expect(Object.keys(delivered(single, 'seed').shown).sort()).toEqual(['kind', 'options', 'stem'])
  const text = JSON.stringify(delivered(whole, 'seed').shown)
  for (const hidden of ['acaa-a-2.1-009', 'isLast', 'key', 'correct', '"r1"', '"shape"']) {
    expect(text).not.toContain(hidden)
  }
  const marked = itemContent.safeParse({ ...single, key: { correct: 'a' } })
  expect(marked.success).toBe(false)
})

/** A right answer, typed in from what is shown: by the texts alone. */
function answerByText(shown: DeliveredItem): ItemAnswer {
  if (shown.kind !== 'case') return expect.unreachable()
  const [first, second, third, fourth] = shown.parts
  if (first?.kind !== 'single' || second?.kind !== 'match') return expect.unreachable()
  if (third?.kind !== 'order' || fourth?.kind !== 'hotspot') return expect.unreachable()
  const byText = (entries: { id: string; text: string }[], text: string) =>
    entries.find((entry) => entry.text === text)?.id ?? ''
  return {
    kind: 'case',
    parts: {
      [first.id]: { kind: 'single', selected: byText(first.options, 'text of c') },
      [second.id]: {
        kind: 'match',
        pairs: {
          [byText(second.prompts, 'one')]: byText(second.options, 'text of d'),
          [byText(second.prompts, 'two')]: byText(second.options, 'text of a'),
        },
      },
      [third.id]: {
        kind: 'order',
        sequence: ['d', 'c', 'b', 'a'].map((id) => byText(third.options, `text of ${id}`)),
      },
      [fourth.id]: {
        kind: 'hotspot',
        selected: fourth.areas.find(({ label }) => label === 'Area r2')?.id ?? '',
      },
    },
  }
}

test('an answer by the shown texts is put back and scores, whatever the seed', () => {
  const key = {
    kind: 'case' as const,
    parts: {
      1: { kind: 'single' as const, correct: 'c' },
      2: { kind: 'match' as const, pairs: { a: 'd', b: 'a' }, credit: 'all' as const },
      3: { kind: 'order' as const, sequence: ['d', 'c', 'b', 'a'] },
      4: { kind: 'hotspot' as const, correct: 'r2' },
    },
  }
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { order, shown } = delivered(whole, seed)
      const answer = answerByText(shown)
      expect(scoreItem(key, fromDelivered(answer, order))).toBe(4)
      expect(scoreItem(key, answer)).toBe(0)
    }),
  )
})

test('an id of another attempt, or of the item itself, is no answer', () => {
  const { order } = delivered(single, 'mine')
  const other = optionsOf(delivered(single, 'yours').shown)[0]?.id ?? ''
  expect(fromDelivered({ kind: 'single', selected: other }, order)).toBeNull()
  expect(fromDelivered({ kind: 'single', selected: 'a' }, order)).toBeNull()
  expect(fromDelivered({ kind: 'case', parts: {} }, order)).not.toBeNull()
})
