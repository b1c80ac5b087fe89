import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitor } from '../../testing/actors'
import { type Classroom, classroomsOf } from '../../testing/classroom'
import { makeOffering, publishRevision } from '../../testing/factories'
import { makeLearner } from '../../testing/learners'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import { addNote } from '../commands/notes'
import { openLesson } from '../commands/record-lesson'
import { getCourseHome } from './course-home'
import { getLessonPage } from './lesson'
import { requireLessonMedia } from './lesson-media'
import { getMyLearning } from './my-learning'
import { requireQuizReview } from './quiz-review'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const rooms = classroomsOf(() => world)
const lessonPage = (room: Classroom, lessonKey: string, actor = room.actor) =>
  getLessonPage(world.db, actor, { slug: room.offering.slug, lessonKey }, world.clock.now())
const home = (room: Classroom, actor = room.actor) =>
  getCourseHome(world.db, actor, room.offering.slug, world.clock.now())

describe('getLessonPage', () => {
  it('shows a quiz without a trace of its key', async () => {
    const room = await rooms.open()
    const page = await lessonPage(room, 'quiz')
    expect(page?.content?.quiz?.questions).toHaveLength(2)
    const payload = JSON.stringify(page)
    expect(payload).not.toMatch(/correct/i)
    expect(payload).not.toContain('Because.')
    const question = page?.content?.quiz?.questions[0]
    expect(Object.keys(question ?? {}).sort()).toEqual(['id', 'kind', 'options', 'promptHtml'])
    for (const option of question?.options ?? []) {
      expect(Object.keys(option).sort()).toEqual(['id', 'text'])
    }
    const right = question ? room.quiz.right[question.id]?.[0] : ''
    expect(payload.split(right ?? '').length).toBe(2)
  })

  it('knows the way through the course and where the learner was', async () => {
    const room = await rooms.open()
    await rooms.watch(room, 42)
    const page = await lessonPage(room, 'watch')
    expect(page).toMatchObject({
      previous: { key: 'read' },
      next: { key: 'quiz' },
      positionSeconds: 42,
      content: { video: { seconds: 100, hasCaptions: false } },
      lesson: { state: 'opened' },
    })
    expect(JSON.stringify(page)).not.toContain('test/watch.webm')
  })

  it('closes lessons without access, except previews', async () => {
    const room = await rooms.open()
    await room.revoke()
    expect(await lessonPage(room, 'watch')).toMatchObject({
      content: null,
      closedReason: 'access-missing',
    })
    expect((await lessonPage(room, 'read'))?.content?.bodyHtml).toBe('<p>Text</p>')
  })

  it('has nothing for somebody who is not enrolled, nor for an unknown lesson', async () => {
    const room = await rooms.open()
    const other = await rooms.open()
    expect(await lessonPage(room, 'read', other.actor)).toBeNull()
    expect(await lessonPage(room, 'nowhere')).toBeNull()
  })
})

describe('requireQuizReview', () => {
  it('explains a submitted attempt to its owner, and to nobody else', async () => {
    const room = await rooms.open()
    const other = await rooms.open()
    const { attemptId } = await rooms.answer(room, room.quiz.half)
    const review = await requireQuizReview(world.db, room.actor, { attemptId })
    expect(review).toMatchObject({ number: 1, scorePercent: 50, correctCount: 1, passPercent: 50 })
    expect(review.questions.map((question) => question.isCorrect)).toEqual([true, false])
    expect(review.questions[1]).toMatchObject({ explanationHtml: '<p>Because.</p>' })
    expect(review.questions[1]?.options.filter((option) => option.isChosen)).toHaveLength(1)
    expect(await refusal(requireQuizReview(world.db, other.actor, { attemptId }))).toBe('not-found')
  })
})

describe('getCourseHome', () => {
  it('shows outline, what is missing, notes and why it is open', async () => {
    const room = await rooms.open()
    await rooms.read(room)
    const lesson = { enrolmentId: room.enrolmentId, positionSeconds: null }
    const note = (lessonKey: string, body: string) =>
      addNote(world.deps, room.actor, { ...lesson, lessonKey, body, noteId: crypto.randomUUID() })
    await note('quiz', 'late')
    await note('read', 'early')
    expect(await home(room)).toMatchObject({
      progress: { percent: 33, missing: [{ key: 'watch' }, { key: 'quiz' }] },
      continueKey: 'watch',
      offer: null,
      notes: [{ body: 'early', lessonTitle: 'Read' }, { body: 'late' }],
      access: { hasAccess: true, reasons: [{ source: 'staff', standing: 'live' }] },
      outline: [{ lessons: [{ state: 'completed' }, { state: 'new' }] }, { lessons: [{}] }],
    })
    expect(await home(room, (await rooms.open()).actor)).toBeNull()
  })

  it('offers a newer edition with what changed and what it does to the progress', async () => {
    const room = await rooms.open()
    await rooms.finish(room)
    const second = await publishRevision(world.db, room.offering.id, 2, 'One more', 'more')
    const before = await home(room)
    expect(before?.progress.percent).toBe(100)
    expect(before?.offer).toEqual({
      revisionId: second.id,
      number: 2,
      changeNote: 'One more',
      publishedAt: expect.any(Date),
      diff: { added: [{ key: 'more', title: 'More' }], removed: [], renamed: [], reworked: [] },
      percentNow: 100,
      percentAfter: 75,
    })
    await room.revoke()
    expect((await home(room))?.offer).toBeNull()
  })
})

describe('getMyLearning', () => {
  it('continues where the learner was and sorts what is done from what is not', async () => {
    const done = await rooms.open()
    const { actor } = done
    await rooms.finish(done)
    world.clock.advanceSeconds(60)
    const second = await rooms.open()
    const program = await makeOffering(world.db, { data: { kind: 'program' } })
    await world.db.programCourse.createMany({
      data: [done, second].map((room, position) => ({
        programId: program.id,
        courseId: room.offering.id,
        position,
      })),
    })
    const now = world.clock.now()
    for (const offeringId of [second.offering.id, program.id]) {
      const enrolled = await world.db.enrolment.create({
        data: {
          userId: actor.userId,
          offeringId,
          startedAt: now,
          lastActivityAt: now,
        },
      })
      await world.db.accessGrant.create({
        data: {
          userId: actor.userId,
          offeringId,
          sourceType: 'staff',
          sourceId: enrolled.id,
          startsAt: now,
        },
      })
      if (offeringId === second.offering.id) {
        await openLesson(world.deps, actor, { enrolmentId: enrolled.id, lessonKey: 'watch' })
      }
    }
    const mine = await getMyLearning(world.db, actor, now)
    expect(mine.continueWith).toMatchObject({
      slug: second.offering.slug,
      continueWith: { key: 'watch', title: 'Watch' },
      missing: [{ key: 'read' }, { key: 'watch' }, { key: 'quiz' }],
    })
    expect(mine.inProgress).toHaveLength(1)
    expect(mine.completed.map((course) => course.slug)).toEqual([done.offering.slug])
    expect(mine.programs).toMatchObject([
      { percent: 50, courses: [{ percent: 100 }, { percent: 0 }] },
    ])
  })

  it('is empty for somebody new, and never shows another’s', async () => {
    await rooms.open()
    const program = await makeOffering(world.db, { data: { kind: 'program' } })
    const { actor } = await makeLearner(world.db, program.id, world.clock.now())
    const mine = await getMyLearning(world.db, actor, world.clock.now())
    expect(mine).toMatchObject({ continueWith: null, inProgress: [], completed: [] })
  })
})

describe('requireLessonMedia', () => {
  const media = (lessonId: string, actor: Parameters<typeof requireLessonMedia>[1]) =>
    requireLessonMedia(world.db, actor, { lessonId, part: 'video' }, world.clock.now())

  it('gives files to those who may open the lesson', async () => {
    await world.db.media.create({
      data: {
        key: 'test/watch.webm',
        fileName: 'watch.webm',
        contentType: 'video/webm',
        sizeBytes: 10,
        sha256: 'ab',
      },
    })
    const room = await rooms.open()
    const other = await rooms.open()
    const { id } = await world.db.lesson.findFirstOrThrow({
      where: { revisionId: room.revision.id, key: 'watch' },
    })
    expect(await media(id, room.actor)).toMatchObject({ key: 'test/watch.webm' })
    expect(await refusal(media(id, other.actor))).toBe('access-missing')
    expect(await refusal(media(id, visitor))).toBe('access-missing')
    expect(await media(id, { ...other.actor, roles: ['catalog_editor'] })).toBeTruthy()
    expect(await refusal(media(crypto.randomUUID(), room.actor))).toBe('not-found')
    await room.revoke()
    expect(await refusal(media(id, room.actor))).toBe('access-missing')
    const captions = requireLessonMedia(
      world.db,
      { ...other.actor, roles: ['admin'] },
      { lessonId: id, part: 'captions' },
      world.clock.now(),
    )
    expect(await refusal(captions)).toBe('not-found')
  })
})
