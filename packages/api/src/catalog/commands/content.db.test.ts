import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../shared/actor'
import { memberOf } from '../../testing/actors'
import { timesAtOnce } from '../../testing/at-once'
import { makeCourse, makeOffering, makeProvider, makeUser } from '../../testing/factories'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import { getLessonPreview } from '../reads/get-lesson-preview'
import { getOfferingBySlug } from '../reads/get-offering'
import { getDraftRevision, listRevisions } from '../reads/revisions'
import { createDraftFromCurrent, discardDraft } from './draft-revision'
import { publishRevision } from './publish-revision'
import { saveLesson, saveQuiz } from './save-lesson'
import { saveOutline } from './save-outline'

let world: World
let editor: Member
let providerMember: Member
let learner: Member
let providerId: string
beforeAll(async () => {
  world = await createWorld()
  providerId = (await makeProvider(world.db)).id
  editor = memberOf(await makeUser(world.db), { roles: ['catalog_editor'] })
  providerMember = memberOf(await makeUser(world.db), { providerIds: [providerId] })
  learner = memberOf(await makeUser(world.db))
})
afterAll(() => world.close())

async function makeDraft() {
  const { offering } = await makeCourse(world.db, { providerId })
  const begun = { offeringId: offering.id }
  const { revisionId } = await createDraftFromCurrent(world.deps, editor, begun)
  return { slug: offering.slug, offeringId: offering.id, revisionId }
}
const lesson = (key: string, kind: 'article' | 'video' | 'quiz' | 'file' = 'article') => ({
  key,
  kind,
  title: key,
  minutes: 5,
  isPreview: false,
  isRequired: true,
})
const draftOf = async (offeringId: string) => {
  const draft = await getDraftRevision(world.db, offeringId)
  if (!draft) throw new Error('no draft')
  return draft
}
/** A lesson as it was begun: without files, in its first version. */
const noMedia = {
  version: 1,
  videoKey: null,
  captionsKey: null,
  posterKey: null,
  videoSeconds: null,
  fileKey: null,
  fileName: null,
}

describe('a draft of course content', () => {
  it('begins as a copy of what is current, once', async () => {
    const { offering } = await makeCourse(world.db, { providerId })
    const input = { offeringId: offering.id }
    const begun = await Promise.all(
      [1, 2, 3].map(() => createDraftFromCurrent(world.deps, providerMember, input)),
    )
    expect(begun.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(new Set(begun.map(({ revisionId }) => revisionId)).size).toBe(1)
    const draft = await draftOf(offering.id)
    expect(draft.number).toBe(2)
    expect(draft.modules.map(({ key, lessons }) => [key, lessons.map((l) => l.key)])).toEqual([
      ['basics', ['read', 'watch']],
      ['practice', ['quiz']],
    ])
    const questions = draft.modules[1]?.lessons[0]?.questions
    expect(questions?.map(({ options }) => options.map((option) => option.isCorrect))).toEqual([
      [true, false, false],
      [true, false, false],
    ])
  })

  it('takes a new outline: moves, adds and deletes, and keeps the content of what stays', async () => {
    const { offeringId, revisionId } = await makeDraft()
    const modules = [
      {
        key: 'practice',
        title: 'Practice first',
        summary: '',
        lessons: [lesson('quiz', 'quiz'), lesson('read')],
      },
      { key: 'new', title: 'New', summary: 'More', lessons: [lesson('extra')] },
    ]
    await saveOutline(world.deps, providerMember, {
      offeringId,
      revisionId,
      outlineVersion: 1,
      modules,
    })
    await saveOutline(world.deps, providerMember, {
      offeringId,
      revisionId,
      outlineVersion: 1,
      modules,
    })
    const draft = await draftOf(offeringId)
    expect(draft.modules.map(({ key, lessons }) => [key, lessons.map((l) => l.key)])).toEqual([
      ['practice', ['quiz', 'read']],
      ['new', ['extra']],
    ])
    expect(draft.modules[0]?.lessons[1]?.bodyHtml).toBe('<p>Text</p>')
    expect(draft.modules[0]?.lessons[0]?.questions).toHaveLength(2)
    const audit = await world.db.auditEntry.count({
      where: { entityId: offeringId, action: 'course.save-outline' },
    })
    expect(audit).toBe(1)
  })

  it('does not turn a lesson into one of another kind', async () => {
    const { offeringId, revisionId } = await makeDraft()
    const modules = [{ key: 'basics', title: 'B', summary: '', lessons: [lesson('read', 'quiz')] }]
    expect(
      await refusal(
        saveOutline(world.deps, editor, { offeringId, revisionId, outlineVersion: 1, modules }),
      ),
    ).toBe('lesson-kind-fixed')
  })

  it('takes content, cleaned, and only files that were uploaded', async () => {
    const { offeringId, revisionId } = await makeDraft()
    const bodyHtml = '<p onload="x">Safe</p><iframe src="https://evil.test"></iframe>'
    await saveLesson(world.deps, editor, {
      offeringId,
      revisionId,
      lessonKey: 'read',
      bodyHtml,
      ...noMedia,
      videoKey: 'x',
    })
    const read = (await draftOf(offeringId)).modules[0]?.lessons[0]
    expect(read).toMatchObject({ bodyHtml: '<p>Safe</p>', videoKey: null })
    const missing = {
      offeringId,
      revisionId,
      lessonKey: 'watch',
      bodyHtml: '',
      ...noMedia,
      videoKey: 'not/there.mp4',
    }
    expect(await refusal(saveLesson(world.deps, editor, missing))).toBe('unknown-file')
    const unknown = { offeringId, revisionId, lessonKey: 'nothing', bodyHtml: '', ...noMedia }
    expect(await refusal(saveLesson(world.deps, editor, unknown))).toBe('not-found')
  })

  it('takes the questions of a quiz as a whole', async () => {
    const { offeringId, revisionId } = await makeDraft()
    const question = {
      kind: 'multiple' as const,
      promptHtml: '<p>Which?</p>',
      explanationHtml: '',
      options: [
        { text: 'this', isCorrect: true },
        { text: 'that', isCorrect: true },
        { text: 'neither', isCorrect: false },
      ],
    }
    const input = {
      offeringId,
      revisionId,
      lessonKey: 'quiz',
      version: 1,
      passPercent: 80,
      questions: [question],
    }
    await saveQuiz(world.deps, providerMember, input)
    await saveQuiz(world.deps, providerMember, input)
    const quiz = (await draftOf(offeringId)).modules[1]?.lessons[0]
    expect(quiz).toMatchObject({ passPercent: 80, questions: [question] })
    const wrong = { ...input, lessonKey: 'read' }
    expect(await refusal(saveQuiz(world.deps, editor, wrong))).toBe('not-a-quiz')
  })

  it('can be thrown away, again and again', async () => {
    const { offeringId, revisionId } = await makeDraft()
    const seen = { offeringId, revisionId, version: 1 }
    await discardDraft(world.deps, editor, seen)
    await discardDraft(world.deps, editor, seen)
    expect(await getDraftRevision(world.db, offeringId)).toBeNull()
    const [current] = await listRevisions(world.db, offeringId)
    expect(current).toMatchObject({ number: 1, status: 'published', isCurrent: true, lessons: 3 })
  })

  it('is not for others, and not for what is no course of ours', async () => {
    const { offeringId, revisionId } = await makeDraft()
    expect(await refusal(createDraftFromCurrent(world.deps, learner, { offeringId }))).toBe(
      'not-allowed',
    )
    expect(
      await refusal(
        saveOutline(world.deps, learner, {
          offeringId,
          revisionId,
          outlineVersion: 1,
          modules: [],
        }),
      ),
    ).toBe('not-allowed')
    const seen = { offeringId, revisionId, version: 1 }
    expect(await refusal(discardDraft(world.deps, learner, seen))).toBe('not-allowed')
    const publish = { ...seen, changeNote: 'x' }
    expect(await refusal(publishRevision(world.deps, providerMember, publish))).toBe('not-allowed')
    const program = await makeOffering(world.db, { data: { kind: 'program' } })
    const wrong = createDraftFromCurrent(world.deps, editor, { offeringId: program.id })
    expect(await refusal(wrong)).toBe('not-a-course')
  })
})

describe('publishing a revision', () => {
  it('makes it the current one for good, once', async () => {
    const { offeringId, revisionId, slug } = await makeDraft()
    await saveLesson(world.deps, editor, {
      offeringId,
      revisionId,
      lessonKey: 'read',
      bodyHtml: '<p>Second edition</p>',
      ...noMedia,
    })
    const publish = (version: number) => () =>
      publishRevision(world.deps, editor, { offeringId, revisionId, version, changeNote: 'Better' })
    expect(await refusal(publish(1)())).toBe('changed-meanwhile')
    expect(await timesAtOnce(2, publish(2))).toEqual(['allowed', 'no-draft'])
    const page = await getOfferingBySlug(world.db, slug)
    expect(page?.revision).toMatchObject({ number: 2, changeNote: 'Better' })
    expect((await getLessonPreview(world.db, slug, 'read'))?.bodyHtml).toBe('<p>Second edition</p>')
    const revision = await world.db.courseRevision.findFirstOrThrow({
      where: { offeringId, number: 2 },
    })
    const edit = world.db.lesson.updateMany({
      where: { revisionId: revision.id },
      data: { title: 'Changed' },
    })
    await expect(edit).rejects.toThrow()
    expect(
      await refusal(
        saveOutline(world.deps, editor, { offeringId, revisionId, outlineVersion: 1, modules: [] }),
      ),
    ).toBe('no-draft')
  })

  it('is refused while a lesson has nothing in it', async () => {
    const { offeringId, revisionId } = await makeDraft()
    const publish = (version: number) =>
      publishRevision(world.deps, editor, { offeringId, revisionId, version, changeNote: 'x' })
    const modules = [{ key: 'm', title: 'M', summary: '', lessons: [lesson('empty')] }]
    await saveOutline(world.deps, editor, { offeringId, revisionId, outlineVersion: 1, modules })
    await expect(publish(2)).rejects.toMatchObject({
      reason: 'lesson-not-finished',
      details: { lesson: 'empty', problem: 'body-missing' },
    })
    await saveOutline(world.deps, editor, {
      offeringId,
      revisionId,
      outlineVersion: 2,
      modules: [],
    })
    expect(await refusal(publish(3))).toBe('content-missing')
  })

  it('shows nothing of a quiz to the public but how many questions it has', async () => {
    const { offering } = await makeCourse(world.db, { providerId })
    const page = await getOfferingBySlug(world.db, offering.slug)
    expect(page?.outline[1]?.lessons[0]).toMatchObject({ key: 'quiz', questionCount: 2 })
    expect(
      JSON.stringify(page, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toMatch(/isCorrect|Option 0|Question 0/)
    await world.db.$executeRaw`alter table lessons disable trigger lessons_frozen`
    await world.db.lesson.updateMany({ where: { kind: 'quiz' }, data: { isPreview: true } })
    await world.db.$executeRaw`alter table lessons enable trigger lessons_frozen`
    expect(await getLessonPreview(world.db, offering.slug, 'quiz')).toBeNull()
    expect(await getLessonPreview(world.db, offering.slug, 'watch')).toBeNull()
    expect(await getLessonPreview(world.db, offering.slug, 'read')).toMatchObject({ title: 'Read' })
  })
})
