import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classroomsOf } from '../../testing/classroom'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import { completeLesson, openLesson } from './record-lesson'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const rooms = classroomsOf(() => world)

describe('openLesson', () => {
  it('records the lesson as opened once and as the one to continue with', async () => {
    const room = await rooms.open()
    const input = { enrolmentId: room.enrolmentId, lessonKey: 'watch' }
    await openLesson(world.deps, room.actor, input)
    const first = await world.db.lessonProgress.findFirstOrThrow({
      where: { enrolmentId: room.enrolmentId },
    })
    world.clock.advanceSeconds(60)
    const progress = await openLesson(world.deps, room.actor, input)
    expect(progress).toMatchObject({ percent: 0, isCompleted: false, nextLessonKey: 'read' })
    const rows = await world.db.lessonProgress.findMany({
      where: { enrolmentId: room.enrolmentId },
    })
    expect(rows).toHaveLength(1)
    expect(rows[0]?.openedAt).toEqual(first.openedAt)
    expect(await rooms.enrolmentOf(room.enrolmentId)).toMatchObject({
      lastLessonKey: 'watch',
      lastActivityAt: world.clock.now(),
    })
  })

  it('is refused without access, in another place and for an unknown lesson', async () => {
    const room = await rooms.open()
    const other = await rooms.open()
    const input = { enrolmentId: room.enrolmentId, lessonKey: 'read' }
    expect(await refusal(openLesson(world.deps, other.actor, input))).toBe('not-found')
    expect(
      await refusal(openLesson(world.deps, room.actor, { ...input, lessonKey: 'nowhere' })),
    ).toBe('not-found')
    await room.revoke()
    expect(await refusal(openLesson(world.deps, room.actor, input))).toBe('access-missing')
    expect(await world.db.lessonProgress.count({ where: { enrolmentId: room.enrolmentId } })).toBe(
      0,
    )
  })

  it('pins a place that was made before the course had content', async () => {
    const room = await rooms.open()
    await world.db.enrolment.update({
      where: { id: room.enrolmentId },
      data: { revisionId: null },
    })
    await openLesson(world.deps, room.actor, { enrolmentId: room.enrolmentId, lessonKey: 'read' })
    expect((await rooms.enrolmentOf(room.enrolmentId)).revisionId).toBe(room.revision.id)
  })
})

describe('completeLesson', () => {
  it('marks an article as done, once', async () => {
    const room = await rooms.open()
    const input = { enrolmentId: room.enrolmentId, lessonKey: 'read' }
    expect((await completeLesson(world.deps, room.actor, input)).percent).toBe(33)
    const at = world.clock.now()
    world.clock.advanceSeconds(60)
    expect((await completeLesson(world.deps, room.actor, input)).percent).toBe(33)
    expect(
      await world.db.lessonProgress.findFirst({ where: { enrolmentId: room.enrolmentId } }),
    ).toMatchObject({ completedAt: at })
    expect(await rooms.enrolmentOf(room.enrolmentId)).toMatchObject({ progressPercent: 33 })
  })

  it('does not mark what proves itself', async () => {
    const room = await rooms.open()
    const mark = (lessonKey: string) =>
      refusal(completeLesson(world.deps, room.actor, { enrolmentId: room.enrolmentId, lessonKey }))
    expect(await mark('watch')).toBe('lesson-needs-watching')
    expect(await mark('quiz')).toBe('lesson-needs-passing')
    world.clock.advanceSeconds(86_400)
    expect(await mark('watch')).toBe('lesson-needs-watching')
    await openLesson(world.deps, room.actor, { enrolmentId: room.enrolmentId, lessonKey: 'quiz' })
    world.clock.advanceSeconds(86_400)
    expect(await mark('quiz')).toBe('lesson-needs-passing')
  })

  it('takes the word for a video that has been open for nine tenths of its length', async () => {
    const room = await rooms.open()
    const input = { enrolmentId: room.enrolmentId, lessonKey: 'watch' }
    await openLesson(world.deps, room.actor, input)
    world.clock.advanceSeconds(89)
    expect(await refusal(completeLesson(world.deps, room.actor, input))).toBe(
      'lesson-needs-watching',
    )
    expect((await rooms.enrolmentOf(room.enrolmentId)).progressPercent).toBe(0)
    world.clock.advanceSeconds(1)
    expect((await completeLesson(world.deps, room.actor, input)).percent).toBe(33)
    expect((await completeLesson(world.deps, room.actor, input)).percent).toBe(33)
  })

  it('is refused without access and in another place', async () => {
    const room = await rooms.open()
    const other = await rooms.open()
    const input = { enrolmentId: room.enrolmentId, lessonKey: 'read' }
    expect(await refusal(completeLesson(world.deps, other.actor, input))).toBe('not-found')
    await room.revoke()
    expect(await refusal(completeLesson(world.deps, room.actor, input))).toBe('access-missing')
    expect((await rooms.enrolmentOf(room.enrolmentId)).progressPercent).toBe(0)
  })

  it('completes the course once when everything is done at the same moment', async () => {
    const room = await rooms.open()
    const results = await Promise.all([
      ...Array.from({ length: 5 }, () =>
        completeLesson(world.deps, room.actor, {
          enrolmentId: room.enrolmentId,
          lessonKey: 'read',
        }),
      ),
      rooms.watch(room, 100),
      rooms.pass(room),
      rooms.pass(room),
    ])
    const completions = results.filter((result) =>
      'progress' in result ? result.progress?.isJustCompleted : result.isJustCompleted,
    )
    expect(completions).toHaveLength(1)
    expect(await rooms.enrolmentOf(room.enrolmentId)).toMatchObject({
      progressPercent: 100,
      completedAt: world.clock.now(),
    })
    expect(await rooms.completionMails(room.enrolmentId)).toBe(1)
  })

  it('keeps the first completion and mails it once', async () => {
    const room = await rooms.open()
    const at = world.clock.now()
    expect((await rooms.finish(room)).progress).toMatchObject({
      percent: 100,
      isJustCompleted: true,
    })
    world.clock.advanceSeconds(60)
    expect((await rooms.pass(room)).progress).toMatchObject({
      isJustCompleted: false,
      completedAt: at,
    })
    expect((await rooms.enrolmentOf(room.enrolmentId)).completedAt).toEqual(at)
    expect(await rooms.completionMails(room.enrolmentId)).toBe(1)
  })
})
