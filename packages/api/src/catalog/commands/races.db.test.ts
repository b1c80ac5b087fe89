import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../shared/actor'
import { memberOf } from '../../testing/actors'
import { atOnce, timesAtOnce } from '../../testing/at-once'
import { makeCourse, makeOffering, makeProvider, makeUser } from '../../testing/factories'
import { whileHeld } from '../../testing/held-row'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import type { UpdateOfferingInput } from '../schema/editing'
import {
  publishDueOfferings,
  publishOffering,
  retireOffering,
  returnToDraft,
  scheduleOffering,
  submitOffering,
} from './offering-steps'
import { createSkill, savePerson, saveTopic } from './shared-nouns'
import { updateOffering } from './update-offering'

let world: World
let editors: [Member, Member]
let provider: { id: string }
beforeAll(async () => {
  world = await createWorld()
  provider = await makeProvider(world.db)
  const editor = async () => memberOf(await makeUser(world.db), { roles: ['catalog_editor'] })
  editors = [await editor(), await editor()]
})
afterAll(() => world.close())

type Head = { id: string; version: number }
const ready = async (status: 'draft' | 'published' = 'draft') =>
  (
    await makeCourse(world.db, {
      providerId: provider.id,
      data: { status, summary: 'Short', descriptionHtml: '<p>Long</p>' },
    })
  ).offering
const at = ({ id, version }: Head) => ({ offeringId: id, version })
const find = (id: string) => world.db.offering.findUniqueOrThrow({ where: { id } })
const stepsOf = async (entityId: string) =>
  (await world.db.auditEntry.findMany({ where: { entityId }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  )
const publish =
  (offering: Head, by = editors[0]) =>
  () =>
    publishOffering(world.deps, by, at(offering))
const schedule =
  (offering: Head, seconds = 60) =>
  () =>
    scheduleOffering(world.deps, editors[1], {
      ...at(offering),
      publishAt: new Date(world.clock.now().getTime() + seconds * 1000),
    })
const retire = (offering: Head) => () =>
  retireOffering(world.deps, editors[0], { ...at(offering), reason: 'out of date' })
const update = (offering: Head, changes: UpdateOfferingInput['changes']) => () =>
  updateOffering(world.deps, editors[1], { ...at(offering), changes })

describe('an offering', () => {
  it('that two publish at once is published once, and both are told so', async () => {
    const offering = await ready()
    expect(await atOnce(...editors.map((by) => publish(offering, by)))).toEqual([
      'allowed',
      'allowed',
    ])
    expect(await find(offering.id)).toMatchObject({ status: 'published', version: 2 })
    expect(await stepsOf(offering.id)).toEqual(['offering.publish'])
  })

  it('that is published and scheduled at once is one of the two, and the other is told', async () => {
    for (let round = 0; round < 4; round += 1) {
      const offering = await ready()
      const calls = [publish(offering), schedule(offering)]
      const outcomes = await atOnce(...(round % 2 ? calls : calls.toReversed()))
      const { status, publishAt, version } = await find(offering.id)
      expect(version).toBe(2)
      expect(await stepsOf(offering.id)).toHaveLength(1)
      // From the schedule it may still be published, but not by who saw the version before.
      expect(outcomes).toEqual(
        status === 'published' ? ['allowed', 'wrong-state'] : ['allowed', 'changed-meanwhile'],
      )
      expect(publishAt === null).toBe(status === 'published')
    }
  })

  it('whose moment has come while staff takes it off the schedule is public or a draft', async () => {
    const offering = await ready()
    const scheduled = await schedule(offering, 1)()
    world.clock.advanceSeconds(2)
    const [outcome] = await Promise.all([
      refusal(returnToDraft(world.deps, editors[0], scheduled)),
      publishDueOfferings(world.deps),
    ])
    const { status, version } = await find(offering.id)
    expect(version).toBe(3)
    expect([outcome, status]).toEqual(
      outcome === 'allowed' ? ['allowed', 'draft'] : ['wrong-state', 'published'],
    )
  })

  it('that is changed and published at once has one of the two, and nothing is lost unseen', async () => {
    for (let round = 0; round < 4; round += 1) {
      const offering = await ready()
      const calls = [publish(offering), update(offering, { title: 'Better title', prices: [] })]
      expect(await atOnce(...(round % 2 ? calls : calls.toReversed()))).toEqual([
        'allowed',
        'changed-meanwhile',
      ])
      const { status, title } = await find(offering.id)
      const prices = await world.db.price.count({
        where: { offeringId: offering.id, validTo: null },
      })
      expect([status, title, prices]).toEqual(
        status === 'published' ? ['published', offering.title, 1] : ['draft', 'Better title', 0],
      )
    }
  })

  it('that is handed in twice at once is handed in once', async () => {
    const offering = await ready()
    const submit = () => submitOffering(world.deps, editors[0], at(offering))
    expect(await timesAtOnce(3, submit)).toEqual(Array(3).fill('allowed'))
    expect(await stepsOf(offering.id)).toEqual(['offering.submit'])
  })

  it('gets a short name that two want at once; the other is told', async () => {
    const [one, two] = [await ready(), await ready()]
    const slug = `wanted-${one.slug}`
    expect(await atOnce(update(one, { slug }), update(two, { slug }))).toEqual([
      'allowed',
      'slug-taken',
    ])
    expect(await refusal(update(await ready(), { slug })())).toBe('slug-taken')
  })
})

describe('a program', () => {
  async function programOf(courses: Head[], status: 'draft' | 'published') {
    const program = await makeOffering(world.db, {
      providerId: provider.id,
      data: { kind: 'program', status, summary: 'Short', descriptionHtml: '<p>Long</p>' },
    })
    await world.db.programCourse.createMany({
      data: courses.map(({ id }, position) => ({
        programId: program.id,
        courseId: id,
        position,
      })),
    })
    return program
  }

  it('is never public with a course that is retired at the same moment', async () => {
    for (let round = 0; round < 6; round += 1) {
      const course = await ready('published')
      const program = await programOf([course], 'draft')
      const calls = [publish(program), retire(course)]
      const outcomes = await atOnce(...(round % 2 ? calls : calls.toReversed()))
      expect([
        ['allowed', 'part-of-program'],
        ['allowed', 'publish-blocked'],
      ]).toContainEqual(outcomes)
    }
  })

  it('that is public keeps a course that it takes while somebody is about to retire it', async () => {
    const [first, second] = [await ready('published'), await ready('published')]
    const program = await programOf([first], 'published')
    const take = update(program, { programCourseIds: [first.id, second.id] })
    const outcomes = await whileHeld(
      world.db,
      (tx) => tx.$queryRaw`select 1 from offerings where id = ${second.id}::uuid for share`,
      () => refusal(retire(second)()),
      () => refusal(take()),
    )
    expect(outcomes).toEqual(['part-of-program', 'allowed'])
    expect((await find(second.id)).status).toBe('published')
  })

  it('that is public does not take a course that is being retired', async () => {
    const [first, second] = [await ready('published'), await ready('published')]
    const program = await programOf([first], 'published')
    const take = update(program, { programCourseIds: [first.id, second.id] })
    const outcomes = await whileHeld(
      world.db,
      (tx) => tx.$queryRaw`select 1 from offerings where id = ${program.id}::uuid for share`,
      () => refusal(take()),
      () => refusal(retire(second)()),
    )
    expect(outcomes).toEqual(['publish-blocked', 'allowed'])
    expect(await world.db.programCourse.count({ where: { programId: program.id } })).toBe(1)
  })
})

describe('skills, topics and people', () => {
  const name = () => `Noun ${crypto.randomUUID()}`
  const topic = (fields: { topicId?: string; name: string; parentId?: string | null }) => () =>
    saveTopic(world.deps, editors[0], { description: '', parentId: null, ...fields })

  it('a skill that several create at once is one, written down once', async () => {
    const input = { name: name(), kind: 'technical' as const }
    const results = await Promise.all(
      [1, 2, 3, 4].map(() => createSkill(world.deps, editors[0], input)),
    )
    expect(new Set(results.map(({ id }) => id)).size).toBe(1)
    expect(await stepsOf(results[0]?.id ?? '')).toEqual(['skill.create'])
  })

  it('skills of other names but the same short name are two, also at once', async () => {
    const base = name()
    const results = await Promise.all(
      [base, `${base}!`, `${base}?`].map((one) =>
        createSkill(world.deps, editors[0], { name: one, kind: 'technical' }),
      ),
    )
    expect(new Set(results.map(({ id }) => id)).size).toBe(3)
    expect(new Set(results.map(({ name: saved }) => saved)).size).toBe(3)
  })

  it('people of one name are as many as are saved, also at once', async () => {
    const person = { name: name(), title: '', bio: '', providerId: null }
    const save = () => savePerson(world.deps, editors[0], person)
    expect(await timesAtOnce(4, save)).toEqual(Array(4).fill('allowed'))
    await save()
    expect(await world.db.person.count({ where: { name: person.name } })).toBe(5)
  })

  it('topics of one name get short names of their own, also at once', async () => {
    const one = name()
    expect(await timesAtOnce(3, topic({ name: one }))).toEqual(Array(3).fill('allowed'))
    expect(await world.db.topic.count({ where: { name: one } })).toBe(3)
  })

  it('topics stay a tree when two are moved under each other at once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [one, two] = [await topic({ name: name() })(), await topic({ name: name() })()]
      const outcomes = await atOnce(
        topic({ topicId: one.id, name: one.name, parentId: two.id }),
        topic({ topicId: two.id, name: two.name, parentId: one.id }),
      )
      expect(outcomes).toEqual(['allowed', 'own-ancestor'])
    }
  })
})
