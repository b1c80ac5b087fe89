import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atOnce } from '../../testing/at-once'
import { type Classroom, classroomsOf } from '../../testing/classroom'
import { publishRevision } from '../../testing/factories'
import { readQuiz } from '../../testing/learners'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import { addNote, maxNotes } from './notes'
import { completeLesson, openLesson } from './record-lesson'
import { switchRevision } from './switch-revision'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const rooms = classroomsOf(() => world)
const attemptsOf = (room: Classroom) =>
  world.db.quizAttempt.findMany({
    where: { enrolmentId: room.enrolmentId },
    orderBy: { number: 'asc' },
  })
const read = (room: Classroom) => ({ enrolmentId: room.enrolmentId, lessonKey: 'read' })

describe('two tabs of one learner', () => {
  it('that submit the same quiz with other answers are two attempts, and the better counts', async () => {
    for (let round = 0; round < 4; round += 1) {
      const room = await rooms.open()
      await Promise.all([rooms.answer(room, room.quiz.wrong), rooms.answer(room, room.quiz.right)])
      const attempts = await attemptsOf(room)
      expect(attempts.map(({ number }) => number)).toEqual([1, 2])
      expect(attempts.map(({ scorePercent }) => scorePercent).sort()).toEqual([0, 100])
      expect((await rooms.enrolmentOf(room.enrolmentId)).progressPercent).toBe(33)
    }
  })

  it('of which one submits and the other moves to a new edition: graded by the edition it was', async () => {
    for (let round = 0; round < 4; round += 1) {
      const room = await rooms.open()
      const second = await publishRevision(world.db, room.offering.id, 2, 'Second', 'more')
      const move = () =>
        switchRevision(world.deps, room.actor, {
          enrolmentId: room.enrolmentId,
          revisionId: second.id,
        })
      const calls = [() => rooms.pass(room), move]
      const outcomes = await atOnce(...(round % 2 ? calls : calls.toReversed()))
      expect([
        ['allowed', 'allowed'],
        ['allowed', 'lesson-changed'],
      ]).toContainEqual(outcomes)
      const attempts = await attemptsOf(room)
      expect(attempts.every(({ lessonId }) => lessonId === room.quiz.lessonId)).toBe(true)
      expect(await rooms.enrolmentOf(room.enrolmentId)).toMatchObject({
        revisionId: second.id,
        progressPercent: attempts.length === 1 ? 25 : 0,
      })
    }
  })

  it('of which one finishes the course and the other moves to a longer edition: finished once, or not yet', async () => {
    for (let round = 0; round < 4; round += 1) {
      const room = await rooms.open()
      await rooms.watch(room, 95)
      await rooms.pass(room)
      const second = await publishRevision(world.db, room.offering.id, 2, 'Second', 'more')
      const input = { enrolmentId: room.enrolmentId, revisionId: second.id }
      const calls = [
        () => completeLesson(world.deps, room.actor, read(room)),
        () => switchRevision(world.deps, room.actor, input),
      ]
      await atOnce(...(round % 2 ? calls : calls.toReversed()))
      const { completedAt, progressPercent, revisionId } = await rooms.enrolmentOf(room.enrolmentId)
      expect({ progressPercent, revisionId }).toEqual({
        progressPercent: 75,
        revisionId: second.id,
      })
      expect(await rooms.completionMails(room.enrolmentId)).toBe(completedAt === null ? 0 : 1)
      const quiz = await readQuiz(world.db, second.id)
      await rooms.pass({ ...room, quiz })
      await completeLesson(world.deps, room.actor, { ...read(room), lessonKey: 'more' })
      expect(await rooms.enrolmentOf(room.enrolmentId)).toMatchObject({ progressPercent: 100 })
      expect(await rooms.completionMails(room.enrolmentId)).toBe(1)
    }
  })

  it('that open lessons at once leave one to continue with, and no second row', async () => {
    const room = await rooms.open()
    const keys = ['read', 'watch', 'quiz', 'read', 'watch', 'quiz']
    const opened = keys.map(
      (lessonKey) => () => openLesson(world.deps, room.actor, { ...read(room), lessonKey }),
    )
    expect(await atOnce(...opened)).toEqual(Array(keys.length).fill('allowed'))
    const rows = await world.db.lessonProgress.findMany({
      where: { enrolmentId: room.enrolmentId },
    })
    expect(rows.map(({ lessonKey }) => lessonKey).sort()).toEqual(['quiz', 'read', 'watch'])
    expect(keys).toContain((await rooms.enrolmentOf(room.enrolmentId)).lastLessonKey)
  })
})

describe('a learner whose access is taken at the same moment', () => {
  it('has what was recorded before, and records nothing after', async () => {
    for (let round = 0; round < 4; round += 1) {
      const room = await rooms.open()
      const [outcome] = await Promise.all([
        refusal(completeLesson(world.deps, room.actor, read(room))),
        room.revoke(),
      ])
      expect(['allowed', 'access-missing']).toContain(outcome)
      expect((await rooms.enrolmentOf(room.enrolmentId)).progressPercent).toBe(
        outcome === 'allowed' ? 33 : 0,
      )
      expect(await refusal(rooms.pass(room))).toBe('access-missing')
      expect(await attemptsOf(room)).toEqual([])
    }
  })
})

describe('notes', () => {
  const note = (room: Classroom) => ({
    ...read(room),
    noteId: crypto.randomUUID(),
    body: 'Remember this',
    positionSeconds: null,
  })

  it('are never more than a place may hold, also when the last ones come at once', async () => {
    const room = await rooms.open()
    await world.db.lessonNote.createMany({
      data: Array.from({ length: maxNotes - 2 }, () => ({
        id: crypto.randomUUID(),
        enrolmentId: room.enrolmentId,
        lessonKey: 'read',
        body: 'One of many',
      })),
    })
    const add = () => addNote(world.deps, room.actor, note(room))
    expect(await atOnce(add, add, add, add, add)).toEqual([
      'allowed',
      'allowed',
      ...Array(3).fill('too-many-notes'),
    ])
  })
})
