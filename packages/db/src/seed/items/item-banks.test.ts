import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CONTENT_DIR, readContent } from '../read-content'
import { itemFile } from './item-schema'
import type { BankItem } from './read-item-bank'

const content = await readContent(CONTENT_DIR)

const singleContent = z.object({ options: z.array(z.object({ id: z.string(), text: z.string() })) })
const singleKey = z.object({ correct: z.string() })

/** Single-choice questions, those inside of cases too, as position of the key and lengths of the options. */
function singles(items: readonly BankItem[]) {
  return items
    .flatMap((item) =>
      item.kind === 'case'
        ? item.content.parts.map(({ id, kind, content: part }) => ({
            kind,
            content: part,
            key: item.key.parts[id],
          }))
        : [item],
    )
    .filter(({ kind }) => kind === 'single')
    .map((item) => {
      const { options } = singleContent.parse(item.content)
      const { correct } = singleKey.parse(item.key)
      return {
        position: options.findIndex(({ id }) => id === correct),
        keyLength: options.find(({ id }) => id === correct)?.text.length ?? 0,
        otherLengths: options.filter(({ id }) => id !== correct).map(({ text }) => text.length),
      }
    })
}

const points = (items: readonly BankItem[]) =>
  items.reduce((sum, item) => sum + (item.kind === 'case' ? item.content.parts.length : 1), 0)

const blueprint = z.object({
  blueprint: z.object({
    domains: z.array(
      z.object({
        code: z.string(),
        weight: z.object({ max: z.number() }),
        objectives: z.array(z.string()),
      }),
    ),
  }),
  exam: z.object({ items: z.object({ max: z.number() }) }),
})

describe.each(content.itemBanks)('the bank of $slug', ({ slug, items }) => {
  const scheme = blueprint.parse(content.schemes.find((found) => found.slug === slug)?.document)

  test('has twice what a form needs in each domain, and items for each objective', () => {
    for (const { code, weight, objectives } of scheme.blueprint.domains) {
      const ofDomain = items.filter(({ domain }) => domain === code)
      expect(points(ofDomain), `domain ${code}`).toBeGreaterThanOrEqual(
        (2 * scheme.exam.items.max * weight.max) / 100,
      )
      for (const [index] of objectives.entries()) {
        const number = `${code}.${index + 1}`
        const ofObjective = ofDomain.filter(({ objective }) => objective === number)
        expect(ofObjective.length, `objective ${number}`).toBeGreaterThanOrEqual(3)
      }
    }
  })

  test('gives no key away by its place or its length', () => {
    const questions = singles(items)
    for (const position of [0, 1, 2, 3]) {
      const there = questions.filter((question) => question.position === position).length
      expect(there / questions.length, `key at ${position}`).toBeLessThanOrEqual(0.35)
    }
    const longest = questions.filter(
      ({ keyLength, otherLengths }) => keyLength > Math.max(...otherLengths),
    )
    expect(longest.length / questions.length).toBeLessThan(0.4)
  })

  test('lets each of two enemies know of the other', () => {
    const byCode = new Map(items.map((item) => [item.code, item]))
    for (const { code, enemies = [] } of items) {
      for (const enemy of enemies) expect(byCode.get(enemy)?.enemies, enemy).toContain(code)
    }
  })
})

describe('the format of items', () => {
  const item = {
    code: 'X-1.1-001',
    level: 'apply',
    kind: 'multiple',
    author: 'ana',
    reviewer: 'ben',
    content: {
      stem: 'Which two?',
      options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Option ${id}` })),
      choose: 2,
    },
    key: { correct: ['a', 'd'], credit: 'all' },
    rationale: { summary: 'Because.', options: { a: 'yes', b: 'no', c: 'no', d: 'yes' } },
    references: [{ title: 'A page', url: 'https://example.org/page' }],
  }
  const reads = (change: object) =>
    itemFile.safeParse({ objective: '1.1', items: [{ ...item, ...change }] }).success

  test('accepts a sound item', () => {
    expect(reads({})).toBe(true)
  })

  test.each<[string, object]>([
    ['an author who reviews it', { reviewer: 'ana' }],
    ['a key that names no option', { key: { correct: ['a', 'e'], credit: 'all' } }],
    ['another number of keys than to choose', { key: { correct: ['a'], credit: 'all' } }],
    ['an option without a reason', { rationale: { summary: 'Because.', options: { a: 'yes' } } }],
    ['a reference without https', { references: [{ title: 'A', url: 'http://example.org' }] }],
    ['no reference', { references: [] }],
    ['a code of another objective', { code: 'X-1.2-001' }],
    ['a word that the format does not know', { key: { ...item.key, points: 2 } }],
    [
      'a sequence that is no permutation',
      {
        kind: 'order',
        content: { stem: 'In which order?', options: item.content.options },
        key: { sequence: ['a', 'b', 'c', 'c'] },
      },
    ],
    [
      'a case whose part has no key',
      {
        kind: 'case',
        content: {
          stem: 'A scenario.',
          parts: ['1', '2'].map((id) => ({ id, kind: 'numeric', content: { stem: 'How many?' } })),
        },
        key: { parts: { 1: { value: 1, tolerance: 0 } } },
        rationale: { summary: 'Because.', parts: { 1: { summary: 'x' }, 2: { summary: 'y' } } },
      },
    ],
  ])('refuses %s', (_, change) => {
    expect(reads(change)).toBe(false)
  })
})
