import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../shared/actor'
import { memberOf } from '../testing/actors'
import { atOnce, timesAtOnce } from '../testing/at-once'
import { makeUser } from '../testing/factories'
import { createWorld, type World } from '../testing/world'
import { createGuide } from './commands/create-guide'
import { publishGuide, retireGuide } from './commands/guide-state'
import { createFact, updateFact } from './commands/save-fact'
import { updateGuide } from './commands/update-guide'
import { updateQuestions } from './commands/update-questions'
import { updateSection } from './commands/update-section'
import { verifyFacts } from './commands/verify-facts'
import { createFactInput } from './schema/facts'

let world: World
let editors: [Member, Member]
beforeAll(async () => {
  world = await createWorld()
  const roles = ['catalog_editor' as const]
  editors = [
    memberOf(await makeUser(world.db), { roles }),
    memberOf(await makeUser(world.db), { roles }),
  ]
  await world.db.person.create({ data: { slug: 'ada', name: 'Ada Example', title: 'Editor' } })
})
afterAll(() => world.close())

let counter = 0
const unique = (word: string) => `${word}-${++counter}`
const about = { title: 'Tester', question: 'What is a tester?', summary: 'Somebody who tests.' }

/** A draft that may be published, and what two editors do with it who both saw its first version. */
async function complete() {
  const slug = unique('tester')
  await world.db.careerGuide.create({
    data: {
      ...about,
      slug,
      authors: ['ada'],
      sections: {
        create: (['role', 'duties', 'path', 'sources'] as const).map((kind, position) => ({
          kind,
          position,
          title: kind,
          bodyHtml: '<p>Text</p>',
        })),
      },
    },
  })
  const target = { slug, version: 1, changeNote: 'Said better' }
  const people = { authors: ['ada'], reviewers: [], reviewedOn: null, reviewBy: null }
  return {
    slug,
    publish: () => publishGuide(world.deps, editors[0], target),
    write: (bodyHtml: string) => () =>
      updateSection(world.deps, editors[1], { ...target, kind: 'role', title: 'Role', bodyHtml }),
    rename: () =>
      updateGuide(world.deps, editors[1], { ...target, ...about, ...people, title: 'Renamed' }),
    ask: () =>
      updateQuestions(world.deps, editors[0], {
        ...target,
        questions: [{ question: 'Why test?', answerHtml: '<p>To know.</p>' }],
      }),
  }
}
const guideOf = (slug: string) =>
  world.db.careerGuide.findUniqueOrThrow({
    where: { slug },
    include: { sections: { where: { kind: 'role' } }, changes: true },
  })
const logOf = async (entityId: string) =>
  (await world.db.auditEntry.findMany({ where: { entityId }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  )

describe('a guide', () => {
  it('that several create at once is one', async () => {
    const slug = unique('fresh')
    const create = () => createGuide(world.deps, editors[0], { ...about, slug })
    expect(await timesAtOnce(4, create)).toEqual(['allowed', ...Array(3).fill('slug-taken')])
    expect(await logOf(slug)).toEqual(['guide.create'])
  })

  it('is never public with a figure without a source that is written at the same moment', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { slug, publish, write } = await complete()
      const calls = [publish, write('<p>Pays USD 90,000</p>')]
      const outcomes = await atOnce(...(round % 2 ? calls : calls.toReversed()))
      expect(outcomes).toEqual(['allowed', 'guide-changed-meanwhile'])
      const { status, version, sections } = await guideOf(slug)
      const hasFigure = sections[0]?.bodyHtml.includes('USD')
      expect([status, hasFigure, version]).toEqual(
        status === 'published' ? ['published', false, 2] : ['draft', true, 2],
      )
    }
  })

  it('of which several parts are saved at once takes one, and one line for its log', async () => {
    const { slug, rename, ask, write } = await complete()
    const outcomes = await atOnce(rename, ask, write('<p>Another text</p>'))
    expect(outcomes).toEqual(['allowed', ...Array(2).fill('guide-changed-meanwhile')])
    const { version, changes } = await guideOf(slug)
    expect([version, changes.length]).toEqual([2, 1])
    expect(await logOf(slug)).toHaveLength(1)
  })

  it('is taken down once by several at once', async () => {
    const { slug, publish } = await complete()
    const { version } = await publish()
    const retire = () => retireGuide(world.deps, editors[1], { slug, version, reason: 'Old' })
    expect(await timesAtOnce(3, retire)).toEqual(['allowed', ...Array(2).fill('guide-wrong-state')])
    expect(await logOf(slug)).toEqual(['guide.publish', 'guide.retire'])
  })
})

describe('a fact', () => {
  const days = { verifiedOn: new Date('2026-11-01'), reviewBy: new Date('2027-05-01') }
  const inputOf = (key: string) =>
    createFactInput.parse({
      key,
      kind: 'pay',
      label: 'Testers, median pay',
      text: 'The median pay of testers was USD 90,000.',
      valueLow: 90_000,
      valueHigh: 90_000,
      unit: 'USD',
      currency: 'USD',
      region: 'US',
      period: 'per year, 2025',
      sourceTitle: 'Handbook',
      sourcePublisher: 'An office',
      sourceUrl: 'https://office.example/handbook',
      sourcePublishedOn: null,
      verifiedOn: new Date('2026-05-01'),
      reviewBy: new Date('2026-09-01'),
      note: null,
    })
  const verify = (keys: string[]) => () => verifyFacts(world.deps, editors[0], { keys, ...days })

  it('that several add at once is one', async () => {
    const fact = inputOf(unique('fact'))
    const create = () => createFact(world.deps, editors[0], fact)
    expect(await timesAtOnce(4, create)).toEqual(['allowed', ...Array(3).fill('fact-key-taken')])
    expect(await logOf(fact.key)).toEqual(['fact.create'])
  })

  it('whose source several have read again is written down once', async () => {
    const facts = [inputOf(unique('fact')), inputOf(unique('fact'))]
    for (const fact of facts) await createFact(world.deps, editors[0], fact)
    const keys = facts.map(({ key }) => key)
    expect(await atOnce(verify(keys), verify(keys.toReversed()), verify(keys))).toEqual(
      Array(3).fill('allowed'),
    )
    for (const key of keys) expect(await logOf(key)).toEqual(['fact.create', 'fact.verify'])
  })

  it('that is changed while its source is read again keeps the day of that reading', async () => {
    for (let round = 0; round < 4; round += 1) {
      const fact = inputOf(unique('fact'))
      const { updatedAt } = await createFact(world.deps, editors[0], fact)
      const change = () =>
        updateFact(world.deps, editors[1], { ...fact, label: 'Changed', updatedAt })
      const calls = [change, verify([fact.key])]
      const outcomes = await atOnce(...(round % 2 ? calls : calls.toReversed()))
      const { label, verifiedOn } = await world.db.fact.findUniqueOrThrow({
        where: { key: fact.key },
      })
      expect([outcomes[1], label, verifiedOn]).toEqual(
        outcomes[1] === 'allowed'
          ? ['allowed', 'Changed', days.verifiedOn]
          : ['fact-changed-meanwhile', fact.label, days.verifiedOn],
      )
    }
  })
})
