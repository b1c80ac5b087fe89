import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Classroom, classroomsOf } from '../../testing/classroom'
import { publishRevision } from '../../testing/factories'
import { readQuiz } from '../../testing/learners'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import { submitQuiz } from './submit-quiz'
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

describe('submitQuiz', () => {
  it('grades on the server and keeps the grade', async () => {
    const room = await rooms.open()
    expect(await rooms.answer(room, room.quiz.wrong)).toMatchObject({
      number: 1,
      scorePercent: 0,
      isPassed: false,
      progress: { percent: 0 },
    })
    expect(await rooms.answer(room, room.quiz.half)).toMatchObject({
      number: 2,
      scorePercent: 50,
      isPassed: true,
      progress: { percent: 33 },
    })
    const [first] = await attemptsOf(room)
    expect(Object.values(first?.result as Record<string, boolean>)).toEqual([false, false])
    expect(first?.answers).toEqual(room.quiz.wrong)
  })

  it('lets the best attempt count: a later failure takes nothing away', async () => {
    const room = await rooms.open()
    await rooms.pass(room)
    expect(await rooms.answer(room, room.quiz.wrong)).toMatchObject({
      isPassed: false,
      progress: { percent: 33 },
    })
    expect(await rooms.enrolmentOf(room.enrolmentId)).toMatchObject({ progressPercent: 33 })
  })

  it('makes one attempt of one request, sent 20 times at the same moment', async () => {
    const room = await rooms.open()
    const requestId = crypto.randomUUID()
    const results = await Promise.all(
      Array.from({ length: 20 }, () => rooms.answer(room, room.quiz.right, requestId)),
    )
    expect(new Set(results.map((result) => result.attemptId)).size).toBe(1)
    expect(await attemptsOf(room)).toHaveLength(1)
    const again = await rooms.answer(room, room.quiz.wrong, requestId)
    expect(again).toMatchObject({ attemptId: results[0]?.attemptId, scorePercent: 100 })
  })

  it('numbers different requests of the same moment without gaps', async () => {
    const room = await rooms.open()
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        rooms.answer(room, index % 2 ? room.quiz.right : room.quiz.wrong),
      ),
    )
    const numbers = results.map((result) => result.number).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
  })

  it('takes no answers to other questions, nor two to a single choice', async () => {
    const room = await rooms.open()
    const other = await rooms.open()
    const [questionId = ''] = Object.keys(room.quiz.right)
    const both = [...(room.quiz.right[questionId] ?? []), ...(room.quiz.wrong[questionId] ?? [])]
    const attempt = (answers: Record<string, string[]>) => refusal(rooms.answer(room, answers))
    expect(await attempt(other.quiz.right)).toBe('answer-unknown-question')
    expect(await attempt({ [questionId]: [crypto.randomUUID()] })).toBe('answer-unknown-option')
    expect(await attempt({ [questionId]: both })).toBe('answer-too-many')
    expect(await attemptsOf(room)).toHaveLength(0)
  })

  it('is refused without access, in another place, for no quiz and for a reused request', async () => {
    const room = await rooms.open()
    const other = await rooms.open()
    expect(await refusal(rooms.answer({ ...room, actor: other.actor }, room.quiz.right))).toBe(
      'not-found',
    )
    const input = {
      enrolmentId: room.enrolmentId,
      lessonKey: 'quiz',
      lessonId: room.quiz.lessonId,
      requestId: crypto.randomUUID(),
      answers: {},
    }
    const submit = (change: Partial<typeof input>) =>
      refusal(submitQuiz(world.deps, room.actor, { ...input, ...change }))
    expect(await submit({ lessonKey: 'read' })).toBe('lesson-not-a-quiz')
    expect(await submit({ lessonKey: 'nowhere' })).toBe('not-found')
    expect(await submit({})).toBe('allowed')
    expect(await submit({ lessonKey: 'read' })).toBe('request-reused')
    await room.revoke()
    expect(await submit({ requestId: crypto.randomUUID() })).toBe('access-missing')
    expect(await attemptsOf(room)).toHaveLength(1)
  })

  it('does not grade answers to the quiz of a revision that the learner has left', async () => {
    const room = await rooms.open()
    const second = await publishRevision(world.db, room.offering.id, 2, 'Second')
    const input = { enrolmentId: room.enrolmentId, revisionId: second.id }
    await switchRevision(world.deps, room.actor, input)
    expect(await refusal(rooms.pass(room))).toBe('lesson-changed')
    const quiz = await readQuiz(world.db, second.id)
    expect(await rooms.pass({ ...room, quiz })).toMatchObject({ isPassed: true })
  })
})
