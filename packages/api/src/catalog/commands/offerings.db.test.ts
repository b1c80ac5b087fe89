import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../shared/actor'
import { memberOf, visitor } from '../../testing/actors'
import { makeCourse, makeOffering, makeProvider, makeUser } from '../../testing/factories'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import type { UpdateOfferingInput } from '../schema/editing'
import { createOffering } from './create-offering'
import {
  publishDueOfferings,
  publishOffering,
  restoreOffering,
  retireOffering,
  returnToDraft,
  scheduleOffering,
  submitOffering,
} from './offering-steps'
import { updateOffering } from './update-offering'

let world: World
let editor: Member
let support: Member
let learner: Member
let provider: { id: string }
let providerMember: Member
let stranger: Member
beforeAll(async () => {
  world = await createWorld()
  const { db } = world
  provider = await makeProvider(db)
  editor = memberOf(await makeUser(db), { roles: ['catalog_editor'] })
  support = memberOf(await makeUser(db), { roles: ['support'] })
  learner = memberOf(await makeUser(db))
  providerMember = memberOf(await makeUser(db), { providerIds: [provider.id] })
  stranger = memberOf(await makeUser(db), { providerIds: [(await makeProvider(db)).id] })
})
afterAll(() => world.close())

const draftInput = (title = 'A new course') => ({
  kind: 'course' as const,
  origin: 'own' as const,
  providerId: provider.id,
  title,
  level: 'beginner' as const,
})

/** A draft that has everything a sale needs. */
async function makeReady(status: 'draft' | 'published' = 'draft') {
  const { offering } = await makeCourse(world.db, {
    providerId: provider.id,
    data: { status, summary: 'Short', descriptionHtml: '<p>Long</p>' },
  })
  return offering
}
const at = ({ id, version }: { id: string; version: number }) => ({ offeringId: id, version })
const find = (id: string) => world.db.offering.findUniqueOrThrow({ where: { id } })
const auditOf = (id: string) =>
  world.db.auditEntry.findMany({ where: { entityId: id }, orderBy: { id: 'asc' } })
const update = (
  actor: Member,
  offering: { id: string; version: number },
  changes: UpdateOfferingInput['changes'],
) => updateOffering(world.deps, actor, { ...at(offering), changes })

describe('createOffering', () => {
  it('makes a draft with a slug that is free, and writes it down', async () => {
    const first = await createOffering(world.deps, editor, draftInput('Tides & Data'))
    const second = await createOffering(world.deps, providerMember, draftInput('Tides & Data'))
    expect([first.slug, second.slug]).toEqual(['tides-and-data', 'tides-and-data-2'])
    expect((await find(first.offeringId)).status).toBe('draft')
    expect((await auditOf(first.offeringId)).map(({ action }) => action)).toEqual([
      'offering.create',
    ])
  })
  it('gives two at once different slugs', async () => {
    const both = await Promise.all(
      [1, 2, 3].map(() => createOffering(world.deps, editor, draftInput('At once'))),
    )
    expect(new Set(both.map(({ slug }) => slug)).size).toBe(3)
  })
  it('refuses a slug that was asked for and is taken, and a provider that is not there', async () => {
    await createOffering(world.deps, editor, { ...draftInput(), slug: 'asked-for' })
    const again = { ...draftInput(), slug: 'asked-for' }
    expect(await refusal(createOffering(world.deps, editor, again))).toBe('slug-taken')
    const nowhere = { ...draftInput(), providerId: learner.userId }
    expect(await refusal(createOffering(world.deps, editor, nowhere))).toBe('unknown-provider')
  })
  it('is not for others', async () => {
    for (const actor of [visitor, learner, support, stranger]) {
      expect(await refusal(createOffering(world.deps, actor, draftInput()))).toBe('not-allowed')
    }
  })
})

describe('updateOffering', () => {
  it('changes fields and lists, cleans HTML, and keeps what was before in the log', async () => {
    const offering = await makeReady()
    const skill = await world.db.skill.create({
      data: { slug: 'update-skill', name: 'Update skill' },
    })
    const changes = {
      title: 'Better title',
      descriptionHtml: '<p onclick="x()">Hi<script>alert(1)</script></p>',
      languages: ['en', 'de'],
      skillIds: [skill.id],
      outcomes: ['One', 'Two'],
      faqs: [{ question: 'Why?', answerHtml: '<b>So</b>' }],
      duration: { min: 2, max: 3, unit: 'month' as const },
    }
    expect(await update(editor, offering, changes)).toEqual({ version: 2 })
    const after = await world.db.offering.findUniqueOrThrow({
      where: { id: offering.id },
      include: { languages: true, skills: true, outcomes: true, faqs: true },
    })
    expect(after).toMatchObject({
      title: 'Better title',
      descriptionHtml: '<p>Hi</p>',
      durationBucket: 'months_1_to_3',
      version: 2,
      faqs: [{ answerHtml: '<strong>So</strong>' }],
    })
    expect([after.languages.length, after.skills.length, after.outcomes.length]).toEqual([2, 1, 2])
    const [entry] = await auditOf(offering.id)
    expect(entry).toMatchObject({
      action: 'offering.update',
      before: { title: 'An example course', outcomes: [] },
      after: { title: 'Better title', outcomes: ['One', 'Two'] },
    })
    expect(world.expired).toContain(`offering:${offering.id}`)
  })
  it('is lost by neither of two editors: the second is told', async () => {
    const offering = await makeReady()
    await update(editor, offering, { title: 'First' })
    expect(await refusal(update(editor, offering, { title: 'Second' }))).toBe('changed-meanwhile')
    const atOnce = await Promise.all(
      ['A', 'B', 'C'].map((title) =>
        refusal(update(editor, { ...offering, version: 2 }, { title })),
      ),
    )
    expect(atOnce.sort()).toEqual(['allowed', 'changed-meanwhile', 'changed-meanwhile'])
  })
  it('leaves no trace of what is there already, in whatever field', async () => {
    const offering = await makeReady()
    const usd = { currency: 'USD', amountMinor: 4900n, period: 'one_time' as const, note: null }
    const fact = {
      key: 'exam',
      label: 'Exam',
      value: 'None',
      sourceTitle: 'List',
      sourceUrl: null,
      verifiedOn: new Date('2026-05-01'),
    }
    const changes = { title: 'Kept', languages: ['en'], facts: [fact], prices: [usd] }
    const { version } = await update(editor, offering, changes)
    world.expired.length = 0
    expect(await update(editor, { ...offering, version }, changes)).toEqual({ version })
    expect(await update(editor, { ...offering, version }, {})).toEqual({ version })
    expect(await auditOf(offering.id)).toHaveLength(1)
    expect(world.expired).toEqual([])
    const renamed = { facts: [{ ...fact, sourceTitle: 'Another list' }] }
    expect(await update(editor, { ...offering, version }, renamed)).toEqual({
      version: version + 1,
    })
  })
  it('ends prices and begins new ones, and never edits one', async () => {
    const offering = await makeReady()
    const usd = { currency: 'USD', amountMinor: 4900n, period: 'one_time' as const, note: null }
    await update(editor, offering, { prices: [usd] })
    await update(editor, offering, { prices: [{ ...usd, amountMinor: 5900n }] })
    const prices = await world.db.price.findMany({
      where: { offeringId: offering.id },
      orderBy: { validFrom: 'asc' },
    })
    expect(prices.map(({ amountMinor, validTo }) => [amountMinor, validTo === null])).toEqual(
      expect.arrayContaining([
        [4900n, false],
        [5900n, true],
      ]),
    )
    expect(prices).toHaveLength(2)
  })
  it('does not let what is public become what may not be', async () => {
    const offering = await makeReady('published')
    expect(await refusal(update(editor, offering, { prices: [] }))).toBe('publish-blocked')
    expect((await find(offering.id)).version).toBe(1)
    expect(await refusal(update(editor, offering, { summary: ' ' }))).toBe('publish-blocked')
    expect(await refusal(update(editor, offering, { title: 'Still fine' }))).toBe('allowed')
  })
  it('names the field that points at nothing', async () => {
    const offering = await makeReady()
    const nowhere = ['00000000-0000-7000-8000-00000000dead']
    expect(await refusal(update(editor, offering, { skillIds: nowhere }))).toBe('unknown-reference')
    expect(await refusal(update(editor, offering, { programCourseIds: nowhere }))).toBe(
      'only-programs',
    )
    const other = await makeReady()
    expect(await refusal(update(editor, offering, { slug: other.slug }))).toBe('slug-taken')
  })
  it('is for staff always, for members of the provider while it is a draft', async () => {
    const draft = await makeReady()
    const published = await makeReady('published')
    expect(await refusal(update(providerMember, draft, { title: 'Mine' }))).toBe('allowed')
    expect(await refusal(update(providerMember, published, { title: 'Mine' }))).toBe('only-drafts')
    const other = await makeProvider(world.db)
    const away = update(providerMember, { ...draft, version: 2 }, { providerId: other.id })
    expect(await refusal(away)).toBe('not-allowed')
    for (const actor of [learner, support, stranger]) {
      expect(await refusal(update(actor, draft, { title: 'X' }))).toBe('not-allowed')
    }
  })
})

describe('the life of an offering', () => {
  it('goes from draft through review to published, retired and back', async () => {
    const { deps } = world
    const offering = await makeReady()
    const review = await submitOffering(deps, providerMember, at(offering))
    expect(review).toEqual({ offeringId: offering.id, status: 'in_review', version: 2 })
    const published = await publishOffering(deps, editor, { ...review })
    expect(published.status).toBe('published')
    expect((await find(offering.id)).publishedAt).toEqual(world.clock.now())
    const retired = await retireOffering(deps, editor, { ...published, reason: 'Out of date' })
    const restored = await restoreOffering(deps, editor, { ...retired })
    expect(restored).toMatchObject({ status: 'draft', version: 5 })
    expect((await auditOf(offering.id)).map(({ action, reason }) => [action, reason])).toEqual([
      ['offering.submit', null],
      ['offering.publish', null],
      ['offering.retire', 'Out of date'],
      ['offering.restore', null],
    ])
  })
  it('takes a step once, however often it is asked', async () => {
    const offering = await makeReady()
    const answers = await Promise.allSettled(
      [1, 2, 3, 4].map(() => publishOffering(world.deps, editor, at(offering))),
    )
    const again = await publishOffering(world.deps, editor, at(offering))
    expect(again).toMatchObject({ status: 'published', version: 2 })
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason.kind).toBe('conflict')
    }
    expect(await auditOf(offering.id)).toHaveLength(1)
  })
  it('is not published before it is complete', async () => {
    const { offeringId } = await createOffering(world.deps, editor, draftInput())
    const attempt = publishOffering(world.deps, editor, { offeringId, version: 1 })
    await expect(attempt).rejects.toMatchObject({
      reason: 'publish-blocked',
      details: {
        blockers:
          'summary-missing,description-missing,language-missing,price-missing,content-missing',
      },
    })
    expect((await find(offeringId)).status).toBe('draft')
  })
  it('refuses steps that do not lead on from where it is', async () => {
    const offering = await makeReady()
    const { deps } = world
    expect(await refusal(retireOffering(deps, editor, { ...at(offering), reason: 'x' }))).toBe(
      'wrong-state',
    )
    expect(await refusal(restoreOffering(deps, editor, at(offering)))).toBe('wrong-state')
    const old = { offeringId: offering.id, version: 9 }
    expect(await refusal(publishOffering(deps, editor, old))).toBe('changed-meanwhile')
    const nowhere = { offeringId: learner.userId, version: 1 }
    expect(await refusal(publishOffering(deps, editor, nowhere))).toBe('not-found')
  })
  it('is published by staff alone; a member may hand in and take back', async () => {
    const offering = await makeReady()
    for (const actor of [providerMember, learner, support, stranger]) {
      expect(await refusal(publishOffering(world.deps, actor, at(offering)))).toBe('not-allowed')
      const later = { ...at(offering), publishAt: new Date('2030-01-01') }
      expect(await refusal(scheduleOffering(world.deps, actor, later))).toBe('not-allowed')
    }
    const review = await submitOffering(world.deps, providerMember, at(offering))
    expect(await refusal(submitOffering(world.deps, stranger, at(offering)))).toBe('not-allowed')
    expect((await returnToDraft(world.deps, providerMember, review)).status).toBe('draft')
  })
  it('keeps a course while a public program sells it', async () => {
    const course = await makeReady('published')
    const program = await makeOffering(world.db, {
      providerId: provider.id,
      data: { kind: 'program' },
    })
    await world.db.programCourse.create({
      data: { programId: program.id, courseId: course.id, position: 0 },
    })
    const attempt = retireOffering(world.deps, editor, { ...at(course), reason: 'x' })
    expect(await refusal(attempt)).toBe('part-of-program')
  })
})

describe('publishing on a schedule', () => {
  it('happens when its moment has come, once, and not before', async () => {
    const offering = await makeReady()
    const publishAt = new Date(world.clock.now().getTime() + 60_000)
    const scheduled = await scheduleOffering(world.deps, editor, { ...at(offering), publishAt })
    expect(scheduled.status).toBe('scheduled')
    expect(await publishDueOfferings(world.deps)).toEqual({ published: 0, refused: 0 })
    world.clock.advanceSeconds(61)
    const runs = await Promise.all([
      publishDueOfferings(world.deps),
      publishDueOfferings(world.deps),
    ])
    expect((await find(offering.id)).status).toBe('published')
    expect(runs.some(({ published }) => published === 1)).toBe(true)
    expect(await publishDueOfferings(world.deps)).toEqual({ published: 0, refused: 0 })
    const actions = (await auditOf(offering.id)).map(({ action, actorName }) => [action, actorName])
    expect(actions.filter(([action]) => action === 'offering.publish')).toEqual([
      ['offering.publish', 'publish-schedule'],
    ])
  })
  it('goes back to draft when it has become unpublishable', async () => {
    const offering = await makeReady()
    const publishAt = new Date(world.clock.now().getTime() + 1000)
    await scheduleOffering(world.deps, editor, { ...at(offering), publishAt })
    await world.db.price.updateMany({
      where: { offeringId: offering.id },
      data: { validTo: new Date('2030-01-01') },
    })
    world.clock.advanceSeconds(2)
    expect(await publishDueOfferings(world.deps)).toEqual({ published: 0, refused: 1 })
    expect(await find(offering.id)).toMatchObject({ status: 'draft', publishAt: null })
    const last = (await auditOf(offering.id)).at(-1)
    expect(last).toMatchObject({
      action: 'offering.schedule-refused',
      reason: 'publish-blocked: price-missing',
    })
  })
  it('can be taken off the schedule by staff, and is not set in the past', async () => {
    const offering = await makeReady()
    const past = { ...at(offering), publishAt: world.clock.now() }
    expect(await refusal(scheduleOffering(world.deps, editor, past))).toBe('not-in-future')
    const publishAt = new Date(world.clock.now().getTime() + 60_000)
    const scheduled = await scheduleOffering(world.deps, editor, { ...at(offering), publishAt })
    expect(await refusal(returnToDraft(world.deps, providerMember, scheduled))).toBe('not-allowed')
    expect((await returnToDraft(world.deps, editor, scheduled)).status).toBe('draft')
    expect((await find(offering.id)).publishAt).toBeNull()
  })
})
