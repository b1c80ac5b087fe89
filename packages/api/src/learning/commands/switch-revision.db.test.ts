import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classroomsOf } from '../../testing/classroom'
import { publishRevision } from '../../testing/factories'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import { completeLesson, openLesson } from './record-lesson'
import { switchRevision } from './switch-revision'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const rooms = classroomsOf(() => world)

describe('switchRevision', () => {
  it('keeps what is recorded by key and counts it anew; completion stays', async () => {
    const room = await rooms.open()
    await rooms.finish(room)
    const completedAt = world.clock.now()
    await openLesson(world.deps, room.actor, { enrolmentId: room.enrolmentId, lessonKey: 'read' })
    world.clock.advanceSeconds(60)
    const second = await publishRevision(world.db, room.offering.id, 2, 'One more', 'more')
    const input = { enrolmentId: room.enrolmentId, revisionId: second.id }
    expect(await switchRevision(world.deps, room.actor, input)).toMatchObject({
      percent: 75,
      isCompleted: false,
      completedAt,
      isJustCompleted: false,
      nextLessonKey: 'more',
    })
    expect(await switchRevision(world.deps, room.actor, input)).toMatchObject({ percent: 75 })
    expect(await rooms.enrolmentOf(room.enrolmentId)).toMatchObject({
      revisionId: second.id,
      progressPercent: 75,
      lastLessonKey: 'read',
      completedAt,
    })
    await completeLesson(world.deps, room.actor, { ...input, lessonKey: 'more' })
    expect(await rooms.enrolmentOf(room.enrolmentId)).toMatchObject({
      progressPercent: 100,
      completedAt,
    })
    expect(await rooms.completionMails(room.enrolmentId)).toBe(1)
  })

  it('leaves a learner on their revision until they ask, and forgets a place that is gone', async () => {
    const room = await rooms.open()
    const second = await publishRevision(world.db, room.offering.id, 2, 'One more', 'more')
    await switchRevision(world.deps, room.actor, {
      enrolmentId: room.enrolmentId,
      revisionId: second.id,
    })
    await openLesson(world.deps, room.actor, { enrolmentId: room.enrolmentId, lessonKey: 'more' })
    const third = await publishRevision(world.db, room.offering.id, 3, 'Without it')
    await openLesson(world.deps, room.actor, { enrolmentId: room.enrolmentId, lessonKey: 'more' })
    expect((await rooms.enrolmentOf(room.enrolmentId)).revisionId).toBe(second.id)
    await switchRevision(world.deps, room.actor, {
      enrolmentId: room.enrolmentId,
      revisionId: third.id,
    })
    expect((await rooms.enrolmentOf(room.enrolmentId)).lastLessonKey).toBeNull()
  })

  it('moves to the current revision only, and nobody else does it', async () => {
    const room = await rooms.open()
    const other = await rooms.open()
    const second = await publishRevision(world.db, room.offering.id, 2, 'Second')
    await publishRevision(world.db, room.offering.id, 3, 'Third')
    const to = (revisionId: string) => ({ enrolmentId: room.enrolmentId, revisionId })
    const attempt = (revisionId: string, actor = room.actor) =>
      refusal(switchRevision(world.deps, actor, to(revisionId)))
    expect(await attempt(second.id)).toBe('revision-not-current')
    expect(await attempt(other.revision.id)).toBe('revision-not-current')
    expect(await attempt(second.id, other.actor)).toBe('not-found')
    await room.revoke()
    expect(await attempt(second.id)).toBe('access-missing')
    expect((await rooms.enrolmentOf(room.enrolmentId)).revisionId).toBe(room.revision.id)
  })

  it('counts once when asked twice at the same moment', async () => {
    const room = await rooms.open()
    const second = await publishRevision(world.db, room.offering.id, 2, 'Second', 'more')
    const input = { enrolmentId: room.enrolmentId, revisionId: second.id }
    await Promise.all([
      ...Array.from({ length: 4 }, () => switchRevision(world.deps, room.actor, input)),
      completeLesson(world.deps, room.actor, { enrolmentId: room.enrolmentId, lessonKey: 'read' }),
    ])
    expect(await rooms.enrolmentOf(room.enrolmentId)).toMatchObject({
      revisionId: second.id,
      progressPercent: 25,
    })
  })
})
