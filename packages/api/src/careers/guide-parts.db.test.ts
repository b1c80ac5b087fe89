import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '../shared/actor'
import { memberOf, visitor } from '../testing/actors'
import { makeOffering, makeUser } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { createWorld, type World } from '../testing/world'
import { updateNeighbours } from './commands/update-neighbours'
import { updateOfferings } from './commands/update-offerings'
import { updateQuestions } from './commands/update-questions'
import { updateSkills } from './commands/update-skills'
import { updateStages } from './commands/update-stages'
import { verifyFacts } from './commands/verify-facts'
import { getGuideBySlug } from './reads/get-guide'
import { requireGuideParts } from './reads/guide-parts'
import { listFactsForStaff } from './reads/list-facts'
import { listFactsInput, verifyFactsInput } from './schema/facts'
import { updateOfferingsInput, updateSkillsInput, updateStagesInput } from './schema/parts'

let world: World
let editor: Actor
let learner: Actor
let skillId: string
let offering: Awaited<ReturnType<typeof makeOffering>>
let draft: Awaited<ReturnType<typeof makeOffering>>

beforeAll(async () => {
  world = await createWorld()
  editor = memberOf(await makeUser(world.db), { roles: ['catalog_editor'] })
  learner = memberOf(await makeUser(world.db))
  offering = await makeOffering(world.db)
  draft = await makeOffering(world.db, { data: { status: 'draft', publishedAt: null } })
  skillId = (await world.db.skill.create({ data: { slug: 'listening', name: 'Listening' } })).id
})
afterAll(() => world.close())

let counter = 0
const unique = (word: string) => `${word}-${++counter}`

/** A public guide with two stages and the texts that a public guide needs. */
async function makeGuide() {
  const guide = await world.db.careerGuide.create({
    data: {
      slug: unique('tester'),
      title: 'Tester',
      question: 'What is a tester?',
      summary: 'Somebody who tests.',
      status: 'published',
      publishedAt: world.clock.now(),
      authors: ['ada'],
      sections: {
        create: (['role', 'duties', 'path', 'sources'] as const).map((kind, position) => ({
          kind,
          position,
          title: kind,
          bodyHtml: '<p>Text</p>',
        })),
      },
      stages: { create: [0, 1].map((position) => ({ ...stage(`Stage ${position}`), position })) },
    },
  })
  return { slug: guide.slug, version: guide.version, changeNote: '' }
}

async function makeFact(key = unique('fact')) {
  await world.db.fact.create({
    data: {
      key,
      kind: 'pay',
      label: 'Pay of testers',
      text: 'Testers are paid.',
      sourceTitle: 'Handbook',
      sourcePublisher: 'An office',
      sourceUrl: 'https://office.example/handbook',
      verifiedOn: new Date('2026-05-01'),
      reviewBy: new Date('2026-09-01'),
    },
  })
  return key
}

const stage = (title: string) => ({
  title,
  years: '1–3',
  description: 'Work.',
  milestones: ['One'],
})
const neighbour = {
  role: 'Developer',
  slug: null,
  focus: 'Code',
  deliverables: 'Programs',
  skills: 'Languages',
  typicalBackground: 'Study',
  payFactKey: null,
}
const question = { question: 'Why test?', answerHtml: '<p>To know.</p>' }
const link = () => ({
  offeringId: offering.id,
  section: 'courses' as const,
  stage: 1,
  why: 'It fits.',
})
const skill = () => ({ skillId, level: 'working' as const, why: 'One listens.' })

type Guide = Awaited<ReturnType<typeof makeGuide>>

/** Every command that replaces a list, with a change that is allowed. */
const commands = {
  neighbours: (actor: Actor, guide: Guide) =>
    updateNeighbours(world.deps, actor, { ...guide, neighbours: [neighbour] }),
  stages: (actor: Actor, guide: Guide) =>
    updateStages(world.deps, actor, { ...guide, stages: [{ ...stage('Only'), from: 1 }] }),
  skills: (actor: Actor, guide: Guide) =>
    updateSkills(world.deps, actor, { ...guide, skills: [skill()] }),
  questions: (actor: Actor, guide: Guide) =>
    updateQuestions(world.deps, actor, { ...guide, questions: [question] }),
  offerings: (actor: Actor, guide: Guide) =>
    updateOfferings(world.deps, actor, { ...guide, offerings: [link()] }),
}
const keepStage = (guide: Guide) =>
  updateStages(world.deps, editor, { ...guide, stages: [{ ...stage('Only'), from: 0 }] })
const lists = Object.keys(commands) as (keyof typeof commands)[]

describe.each(lists)('the %s of a guide', (list) => {
  const command = commands[list]

  it('are replaced: stored, dated, audited with before and after, and the pages expire', async () => {
    const guide = await makeGuide()
    const before = await requireGuideParts(world.db, guide.slug)
    world.expired.length = 0
    const { version } = await command(editor, { ...guide, changeNote: 'Said better' })
    expect(version).toBe(guide.version + 1)
    const after = await requireGuideParts(world.db, guide.slug)
    expect(after[list]).toHaveLength(1)
    expect(world.expired).toEqual(['guides', `guide:${guide.slug}`, 'catalog'])
    expect((await getGuideBySlug(world.db, guide.slug))?.changes[0]?.note).toBe('Said better')
    const [entry] = await world.db.auditEntry.findMany({ where: { entityId: guide.slug } })
    expect(entry).toMatchObject({ action: `guide.update-${list}`, entityType: 'guide' })
    expect(entry?.before).toEqual({ [list]: before[list] })
    expect(Object.values(entry?.after ?? {})[0]).toHaveLength(1)
  })

  it('are not changed by visitors and learners', async () => {
    const guide = await makeGuide()
    for (const actor of [visitor, learner]) {
      expect(await refusal(command(actor, guide))).toBe('not-allowed')
    }
    expect((await requireGuideParts(world.db, guide.slug)).version).toBe(guide.version)
  })

  it('are changed once by the same call, and by one of two at the same time', async () => {
    const guide = await makeGuide()
    const answers = await Promise.all([1, 2].map(() => refusal(command(editor, guide))))
    expect(answers.sort()).toEqual(['allowed', 'guide-changed-meanwhile'])
    expect(await refusal(command(editor, guide))).toBe('guide-changed-meanwhile')
    const entries = await world.db.auditEntry.count({ where: { entityId: guide.slug } })
    expect(entries).toBe(1)
  })

  it('that are there already leave no trace, unless a note goes with them', async () => {
    const guide = await makeGuide()
    const { version } = await command(editor, guide)
    world.expired.length = 0
    // A stage of the list before it: of the only one that there is now.
    const again = { ...guide, version }
    const same = list === 'stages' ? keepStage(again) : command(editor, again)
    expect(await same).toEqual({ version })
    expect(await world.db.auditEntry.count({ where: { entityId: guide.slug } })).toBe(1)
    expect(world.expired).toEqual([])
    const noted = { ...again, changeNote: 'Read again' }
    const { version: next } = await (list === 'stages' ? keepStage(noted) : command(editor, noted))
    expect(next).toBe(version + 1)
    expect(await world.db.auditEntry.count({ where: { entityId: guide.slug } })).toBe(2)
  })

  it('belong to a guide that is there, in any state', async () => {
    const guide = await makeGuide()
    expect(await refusal(command(editor, { ...guide, slug: 'not-there' }))).toBe('not-found')
    await world.db.careerGuide.update({ where: { slug: guide.slug }, data: { status: 'retired' } })
    expect(await refusal(command(editor, guide))).toBe('allowed')
  })

  it('may not leave a public guide with an unsourced figure', async () => {
    const guide = await makeGuide()
    const text = 'Earns USD 90,000'
    const unsourced = {
      neighbours: () =>
        updateNeighbours(world.deps, editor, {
          ...guide,
          neighbours: [{ ...neighbour, focus: text }],
        }),
      stages: () =>
        updateStages(world.deps, editor, {
          ...guide,
          stages: [{ ...stage('Rich'), description: text, from: null }],
        }),
      skills: () =>
        updateSkills(world.deps, editor, { ...guide, skills: [{ ...skill(), why: text }] }),
      questions: () =>
        updateQuestions(world.deps, editor, {
          ...guide,
          questions: [{ ...question, answerHtml: `<p>${text}</p>` }],
        }),
      offerings: () =>
        updateOfferings(world.deps, editor, { ...guide, offerings: [{ ...link(), why: text }] }),
    }[list]
    const before = await requireGuideParts(world.db, guide.slug)
    expect(await refusal(unsourced())).toBe('guide-incomplete')
    expect(await requireGuideParts(world.db, guide.slug)).toEqual(before)
  })
})

describe('neighbours', () => {
  it('name only guides and facts that there are', async () => {
    const guide = await makeGuide()
    const other = await makeGuide()
    const payFactKey = await makeFact()
    const row = { ...neighbour, slug: other.slug, payFactKey }
    const write = (change: Partial<typeof row>) =>
      updateNeighbours(world.deps, editor, { ...guide, neighbours: [{ ...row, ...change }] })
    expect(await refusal(write({ slug: 'no-guide' }))).toBe('guide-unknown')
    expect(await refusal(write({ payFactKey: 'no-fact' }))).toBe('fact-unknown')
    expect(await refusal(write({}))).toBe('allowed')
    expect((await getGuideBySlug(world.db, guide.slug))?.facts).toMatchObject([{ key: payFactKey }])
  })
})

describe('stages', () => {
  it('take their offerings with them, and leave those of a removed stage without one', async () => {
    const guide = await makeGuide()
    const { version } = await updateOfferings(world.deps, editor, {
      ...guide,
      offerings: [
        { ...link(), stage: 0 },
        { ...link(), section: 'path', stage: 1 },
        { ...link(), section: 'certifications', stage: null },
      ],
    })
    const turned = await updateStages(world.deps, editor, {
      ...guide,
      version,
      stages: [
        { ...stage('New'), from: null },
        { ...stage('Second'), from: 1 },
        { ...stage('First'), from: 0 },
      ],
    })
    const stagesOf = async () =>
      (await requireGuideParts(world.db, guide.slug)).offerings.map((row) => row.stage)
    expect(await stagesOf()).toEqual([2, 1, null])
    await updateStages(world.deps, editor, {
      ...guide,
      version: turned.version,
      stages: [{ ...stage('First'), from: 2 }],
    })
    expect(await stagesOf()).toEqual([0, null, null])
  })

  it('lose their offerings when they are replaced by one that reads the same', async () => {
    const guide = await makeGuide()
    const { version } = await updateOfferings(world.deps, editor, {
      ...guide,
      offerings: [{ ...link(), stage: 0 }],
    })
    const stages = [0, 1].map((from) => ({ ...stage(`Stage ${from}`), from: from || null }))
    expect(await updateStages(world.deps, editor, { ...guide, version, stages })).toEqual({
      version: version + 1,
    })
    const [left] = (await requireGuideParts(world.db, guide.slug)).offerings
    expect(left?.stage).toBeNull()
  })

  it('come from stages that there were, each once', async () => {
    const guide = await makeGuide()
    const stages = [{ ...stage('Third'), from: 2 }]
    expect(await refusal(updateStages(world.deps, editor, { ...guide, stages }))).toBe(
      'stage-unknown',
    )
    const twice = { ...guide, stages: [0, 0].map((from) => ({ ...stage('Twice'), from })) }
    expect(updateStagesInput.safeParse(twice).success).toBe(false)
  })
})

describe('skills, questions and offerings', () => {
  it('refuse what is not there or there twice', async () => {
    const guide = await makeGuide()
    const nobody = '00000000-0000-4000-8000-000000000000'
    expect(
      await refusal(
        updateSkills(world.deps, editor, { ...guide, skills: [{ ...skill(), skillId: nobody }] }),
      ),
    ).toBe('skill-unknown')
    const write = (change: Partial<z.infer<typeof updateOfferingsInput>['offerings'][number]>) =>
      updateOfferings(world.deps, editor, { ...guide, offerings: [{ ...link(), ...change }] })
    expect(await refusal(write({ offeringId: nobody }))).toBe('offering-unknown')
    expect(await refusal(write({ stage: 2 }))).toBe('stage-unknown')
    const skills = { ...guide, skills: [skill(), skill()] }
    expect(updateSkillsInput.safeParse(skills).success).toBe(false)
    const offerings = { ...guide, offerings: [link(), link()] }
    expect(updateOfferingsInput.safeParse(offerings).success).toBe(false)
  })

  it('keep drafts for the editor and away from readers', async () => {
    const guide = await makeGuide()
    await updateOfferings(world.deps, editor, {
      ...guide,
      offerings: [link(), { ...link(), offeringId: draft.id }],
    })
    expect((await requireGuideParts(world.db, guide.slug)).offerings).toMatchObject([
      { offeringId: offering.id, status: 'published' },
      { offeringId: draft.id, status: 'draft' },
    ])
    const page = await getGuideBySlug(world.db, guide.slug)
    expect(page?.offerings.map((row) => row.offering.id)).toEqual([offering.id])
  })

  it('clean the answers', async () => {
    const guide = await makeGuide()
    await updateQuestions(world.deps, editor, {
      ...guide,
      questions: [{ ...question, answerHtml: '<p onclick="x()">Yes<script>x()</script></p>' }],
    })
    expect((await requireGuideParts(world.db, guide.slug)).questions).toEqual([
      { ...question, answerHtml: '<p>Yes</p>' },
    ])
  })
})

describe('reading sources again', () => {
  const days = { verifiedOn: new Date('2026-11-01'), reviewBy: new Date('2027-05-01') }

  it('moves the days of all named facts, once each, or of none', async () => {
    const keys = [await makeFact(), await makeFact()]
    for (const actor of [visitor, learner]) {
      expect(await refusal(verifyFacts(world.deps, actor, { keys, ...days }))).toBe('not-allowed')
    }
    const missing = { keys: [...keys, 'not-there'], ...days }
    expect(await refusal(verifyFacts(world.deps, editor, missing))).toBe('not-found')
    expect(await world.db.fact.count({ where: { key: { in: keys }, ...days } })).toBe(0)
    const answers = await Promise.all(
      [keys, [...keys].reverse()].map((some) =>
        refusal(verifyFacts(world.deps, editor, { keys: some, ...days })),
      ),
    )
    expect(answers).toEqual(['allowed', 'allowed'])
    expect(await world.db.fact.count({ where: { key: { in: keys }, ...days } })).toBe(2)
    const entry = await world.db.auditEntry.findFirst({ where: { action: 'fact.verify' } })
    expect(entry?.before).toEqual({
      verifiedOn: '2026-05-01T00:00:00.000Z',
      reviewBy: '2026-09-01T00:00:00.000Z',
    })
  })

  it('is done before the next review', () => {
    const input = { keys: ['a'], verifiedOn: days.reviewBy, reviewBy: days.verifiedOn }
    expect(verifyFactsInput.safeParse(input).success).toBe(false)
  })
})

describe('the table of facts', () => {
  const today = new Date('2026-10-01T12:00:00Z')
  const keysOf = async (input: object) =>
    (await listFactsForStaff(world.db, listFactsInput.parse(input), today)).rows.map(
      ({ key }) => key,
    )

  it('is searched, filtered, sorted and cut into pages by the database', async () => {
    const [used, fresh, plain] = await Promise.all(
      ['needle-a', 'needle-b', 'needle-c'].map((word) => makeFact(unique(word))),
    )
    await world.db.fact.update({
      where: { key: fresh },
      data: { reviewBy: new Date('2027-01-01'), kind: 'outlook' },
    })
    const guide = await makeGuide()
    await updateNeighbours(world.deps, editor, {
      ...guide,
      neighbours: [{ ...neighbour, payFactKey: used ?? null }],
    })
    const search = 'NEEDLE'
    expect(await keysOf({ search })).toEqual([used, plain, fresh])
    expect(await keysOf({ search, direction: 'desc' })).toEqual([fresh, used, plain])
    expect(await keysOf({ search, page: 2, pageSize: 2 })).toEqual([fresh])
    expect(await keysOf({ search, kind: 'outlook' })).toEqual([fresh])
    expect(await keysOf({ search, state: 'overdue' })).toEqual([used, plain])
    expect(await keysOf({ search, state: 'unused' })).toEqual([plain, fresh])
    expect(await keysOf({ search, guide: guide.slug })).toEqual([used])
    expect(await keysOf({ search, guide: guide.slug, state: 'unused' })).toEqual([])
  })
})
