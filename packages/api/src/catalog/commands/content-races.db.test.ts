import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../shared/actor'
import { memberOf } from '../../testing/actors'
import { atOnce, timesAtOnce } from '../../testing/at-once'
import { makeCourse, makeProvider, makeUser } from '../../testing/factories'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import { getDraftRevision, listRevisions } from '../reads/revisions'
import { createDraftFromCurrent, discardDraft } from './draft-revision'
import { publishRevision } from './publish-revision'
import { saveLesson, saveQuiz } from './save-lesson'
import { saveOutline } from './save-outline'

let world: World
let editors: [Member, Member]
let providerId: string
beforeAll(async () => {
  world = await createWorld()
  providerId = (await makeProvider(world.db)).id
  editors = [
    memberOf(await makeUser(world.db), { roles: ['catalog_editor'] }),
    memberOf(await makeUser(world.db), { providerIds: [providerId] }),
  ]
})
afterAll(() => world.close())

async function draftOf(offeringId: string) {
  const draft = await getDraftRevision(world.db, offeringId)
  if (!draft) throw new Error('no draft')
  return draft
}
/** A draft as two editors have opened it. */
async function opened() {
  const { offering } = await makeCourse(world.db, { providerId })
  await createDraftFromCurrent(world.deps, editors[0], { offeringId: offering.id })
  const seen = await draftOf(offering.id)
  const modules = seen.modules.map(({ key, title, summary, lessons }) => ({
    key,
    title,
    summary,
    lessons: lessons.map((lesson) => ({
      key: lesson.key,
      title: lesson.title,
      kind: lesson.kind,
      minutes: lesson.minutes,
      isPreview: lesson.isPreview,
      isRequired: lesson.isRequired,
    })),
  }))
  const withLesson = (key: string) =>
    modules.map((module, index) =>
      index > 0
        ? module
        : {
            ...module,
            lessons: [
              ...module.lessons,
              {
                key,
                title: key,
                kind: 'article' as const,
                minutes: 5,
                isPreview: false,
                isRequired: true,
              },
            ],
          },
    )
  const { id: offeringId } = offering
  const { revisionId } = seen
  const save =
    (by: Member, to: typeof modules, outlineVersion = seen.outlineVersion) =>
    () =>
      saveOutline(world.deps, by, { offeringId, revisionId, outlineVersion, modules: to })
  return { offeringId, revisionId, modules, withLesson, save }
}
type DraftId = { offeringId: string; revisionId: string }
const noMedia = {
  captionsKey: null,
  posterKey: null,
  videoKey: null,
  videoSeconds: null,
  fileKey: null,
  fileName: null,
}
const write =
  (by: Member, draft: DraftId, bodyHtml: string, version = 1) =>
  () =>
    saveLesson(world.deps, by, { ...draft, lessonKey: 'read', version, bodyHtml, ...noMedia })
const keysOf = async (offeringId: string) =>
  (await draftOf(offeringId)).modules.flatMap(({ lessons }) => lessons.map(({ key }) => key))
const auditOf = (entityId: string, action: string) =>
  world.db.auditEntry.count({ where: { entityId, action } })

describe('an outline', () => {
  it('that two editors change at once is one’s; the other is told, and nobody’s lesson is lost', async () => {
    const { offeringId, withLesson, save } = await opened()
    const [one, two] = editors
    expect(await atOnce(save(one, withLesson('one')), save(two, withLesson('two')))).toEqual([
      'allowed',
      'changed-meanwhile',
    ])
    const keys = await keysOf(offeringId)
    expect(keys.includes('one')).toBe(!keys.includes('two'))
    const stale = save(two, withLesson('three'))
    expect(await refusal(stale())).toBe('changed-meanwhile')
    expect(await keysOf(offeringId)).toEqual(keys)
  })

  it('is saved once when it is sent several times, and each change has its version', async () => {
    const { offeringId, modules, withLesson, save } = await opened()
    const more = save(editors[0], withLesson('more'))
    expect(await timesAtOnce(4, more)).toEqual(Array(4).fill('allowed'))
    expect(await more()).toEqual({ outlineVersion: 2 })
    expect(await auditOf(offeringId, 'course.save-outline')).toBe(1)
    expect(await save(editors[1], modules, 2)()).toEqual({ outlineVersion: 3 })
    expect(await keysOf(offeringId)).not.toContain('more')
  })
})

describe('a lesson', () => {
  it('that two editors write at once is one’s; the other is told', async () => {
    const { offeringId, revisionId } = await opened()
    const draft = { offeringId, revisionId }
    const texts = ['<p>One</p>', '<p>Two</p>']
    const calls = texts.map((text, index) => write(editors[index] ?? editors[0], draft, text))
    expect(await atOnce(...calls)).toEqual(['allowed', 'changed-meanwhile'])
    const read = (await draftOf(offeringId)).modules[0]?.lessons[0]
    expect(texts).toContain(read?.bodyHtml)
    expect(await refusal(write(editors[0], draft, '<p>Three</p>')())).toBe('changed-meanwhile')
    expect(await write(editors[0], draft, read?.bodyHtml ?? '')()).toEqual({ version: 2 })
    expect(await write(editors[0], draft, '<p>Three</p>', 2)()).toEqual({ version: 3 })
    expect(await auditOf(offeringId, 'course.save-lesson')).toBe(2)
  })

  it('beside one that somebody else writes at the same moment keeps its text', async () => {
    const { offeringId, revisionId } = await opened()
    const draft = { offeringId, revisionId }
    const text = { bodyHtml: '<p>Watch it</p>', version: 1, ...noMedia }
    const watch = () =>
      saveLesson(world.deps, editors[1], { ...draft, lessonKey: 'watch', ...text })
    expect(await atOnce(write(editors[0], draft, '<p>Read it</p>'), watch)).toEqual([
      'allowed',
      'allowed',
    ])
    const lessons = (await draftOf(offeringId)).modules[0]?.lessons
    expect(lessons?.map(({ bodyHtml }) => bodyHtml)).toEqual(['<p>Read it</p>', '<p>Watch it</p>'])
  })

  it('that is a quiz has the questions of one of two editors, whole', async () => {
    const { offeringId, revisionId } = await opened()
    const quizOf = (name: string) => () =>
      saveQuiz(world.deps, editors[0], {
        offeringId,
        revisionId,
        lessonKey: 'quiz',
        version: 1,
        passPercent: 60,
        questions: [1, 2].map((number) => ({
          kind: 'single' as const,
          promptHtml: `<p>${name} ${number}</p>`,
          explanationHtml: '',
          options: [
            { text: `${name} yes`, isCorrect: true },
            { text: `${name} no`, isCorrect: false },
          ],
        })),
      })
    expect(await atOnce(quizOf('One'), quizOf('Two'))).toEqual(['allowed', 'changed-meanwhile'])
    const quiz = (await draftOf(offeringId)).modules[1]?.lessons[0]
    const name = quiz?.questions[0]?.promptHtml.includes('One') ? 'One' : 'Two'
    expect(quiz?.questions.map(({ promptHtml }) => promptHtml)).toEqual([
      `<p>${name} 1</p>`,
      `<p>${name} 2</p>`,
    ])
    expect(quiz?.questions.map(({ options }) => options.length)).toEqual([2, 2])
    expect(await quizOf(name)()).toEqual({ version: 2 })
  })
})

describe('a draft', () => {
  const publish =
    (draft: DraftId, version = 1) =>
    () =>
      publishRevision(world.deps, editors[0], { ...draft, version, changeNote: 'Better' })
  const discard =
    (draft: DraftId, version = 1) =>
    () =>
      discardDraft(world.deps, editors[1], { ...draft, version })

  it('that is published and thrown away at once is one of the two', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { offeringId, revisionId } = await opened()
      const draft = { offeringId, revisionId }
      const calls = [publish(draft), discard(draft)]
      const outcomes = await atOnce(...(round % 2 ? calls : calls.toReversed()))
      const [newest] = await listRevisions(world.db, offeringId)
      expect([outcomes, newest?.isCurrent]).toEqual([['allowed', 'no-draft'], true])
      expect(await auditOf(offeringId, 'course.discard-draft')).toBe(newest?.number === 1 ? 1 : 0)
    }
  })

  it.each([
    ['published', publish, '<p>Text</p>'],
    ['thrown away', discard, undefined],
  ])('is not %s with what somebody writes at the same moment', async (_, end, without) => {
    for (let round = 0; round < 4; round += 1) {
      const { offeringId, revisionId } = await opened()
      const draft = { offeringId, revisionId }
      const calls = [end(draft), write(editors[1], draft, '<p>Late</p>')]
      const outcomes = await atOnce(...(round % 2 ? calls : calls.toReversed()))
      const lesson = await world.db.lesson.findFirst({ where: { key: 'read', revisionId } })
      const open = await getDraftRevision(world.db, offeringId)
      expect([outcomes, lesson?.bodyHtml]).toEqual(
        open === null
          ? [['allowed', 'no-draft'], without]
          : [['allowed', 'changed-meanwhile'], '<p>Late</p>'],
      )
    }
  })

  it('changes with its outline, its lessons and their questions', async () => {
    const { offeringId, revisionId, withLesson, save } = await opened()
    const draft = { offeringId, revisionId }
    await save(editors[0], withLesson('more'))()
    await write(editors[0], draft, '<p>New</p>')()
    for (const end of [publish, discard]) {
      expect(await refusal(end(draft, 2)())).toBe('changed-meanwhile')
    }
    expect((await draftOf(offeringId)).version).toBe(3)
    const quiz = { lessonKey: 'quiz', version: 1, passPercent: 90, questions: [] }
    await saveQuiz(world.deps, editors[0], { ...draft, ...quiz })
    expect((await draftOf(offeringId)).version).toBe(4)
    expect(await refusal(discard(draft, 4)())).toBe('allowed')
  })

  it('is thrown away once, and begun again once, by several at once', async () => {
    const { offeringId, revisionId } = await opened()
    expect(await timesAtOnce(3, discard({ offeringId, revisionId }))).toEqual(
      Array(3).fill('allowed'),
    )
    expect(await auditOf(offeringId, 'course.discard-draft')).toBe(1)
    const begin = () => createDraftFromCurrent(world.deps, editors[1], { offeringId })
    await timesAtOnce(3, begin)
    expect(await auditOf(offeringId, 'course.begin-draft')).toBe(2)
    expect(await listRevisions(world.db, offeringId)).toHaveLength(2)
  })

  it('that was thrown away and begun again takes nothing written for the first one', async () => {
    const { offeringId, revisionId, withLesson, save } = await opened()
    await discard({ offeringId, revisionId })()
    await createDraftFromCurrent(world.deps, editors[1], { offeringId })
    expect(await refusal(save(editors[0], withLesson('old'))())).toBe('changed-meanwhile')
    const text = write(editors[0], { offeringId, revisionId }, '<p>Old</p>')
    expect(await refusal(text())).toBe('changed-meanwhile')
  })
})
