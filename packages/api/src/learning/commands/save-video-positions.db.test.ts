import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Classroom, classroomsOf } from '../../testing/classroom'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import { saveVideoPositions } from './save-video-positions'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const rooms = classroomsOf(() => world)

describe('saveVideoPositions', () => {
  const saved = (room: Classroom) =>
    world.db.lessonProgress.findUnique({
      where: { enrolmentId_lessonKey: { enrolmentId: room.enrolmentId, lessonKey: 'watch' } },
    })

  it('keeps the last place and the farthest point', async () => {
    const room = await rooms.open()
    expect(await rooms.watch(room, 40)).toEqual({ saved: 1, progress: null })
    await rooms.watch(room, 20, 12.7)
    expect(await saved(room)).toMatchObject({ positionSeconds: 12, watchedSeconds: 40 })
    expect(await saved(room)).toMatchObject({ completedAt: null })
  })

  it('takes a batch as one, within the video, and leaves out what is no video', async () => {
    const room = await rooms.open()
    const result = await saveVideoPositions(world.deps, room.actor, {
      enrolmentId: room.enrolmentId,
      positions: [
        { lessonKey: 'watch', positionSeconds: 50, watchedSeconds: 50 },
        { lessonKey: 'read', positionSeconds: 1, watchedSeconds: 1 },
        { lessonKey: 'gone', positionSeconds: 1, watchedSeconds: 1 },
        { lessonKey: 'watch', positionSeconds: 5000, watchedSeconds: 30 },
      ],
    })
    expect(result.saved).toBe(1)
    expect(await saved(room)).toMatchObject({ positionSeconds: 100, watchedSeconds: 50 })
    expect(await world.db.lessonProgress.count({ where: { enrolmentId: room.enrolmentId } })).toBe(
      1,
    )
  })

  it('completes the lesson from nine tenths on, whatever arrives later', async () => {
    const room = await rooms.open()
    await rooms.watch(room, 89)
    expect((await rooms.enrolmentOf(room.enrolmentId)).progressPercent).toBe(0)
    expect((await rooms.watch(room, 90)).progress).toMatchObject({ percent: 33 })
    const at = world.clock.now()
    world.clock.advanceSeconds(60)
    expect((await rooms.watch(room, 95)).progress).toBeNull()
    await rooms.watch(room, 3)
    expect(await saved(room)).toMatchObject({ watchedSeconds: 95, completedAt: at })
    expect((await rooms.enrolmentOf(room.enrolmentId)).progressPercent).toBe(33)
  })

  it('ends at the farthest point when many arrive at once', async () => {
    const room = await rooms.open()
    await Promise.all(
      Array.from({ length: 30 }, (_, index) => rooms.watch(room, ((index * 37) % 30) + 70)),
    )
    expect(await saved(room)).toMatchObject({ watchedSeconds: 99 })
    expect((await rooms.enrolmentOf(room.enrolmentId)).progressPercent).toBe(33)
  })

  it('is refused without access, in another place and without a video', async () => {
    const room = await rooms.open()
    const other = await rooms.open()
    const input = {
      enrolmentId: room.enrolmentId,
      positions: [{ lessonKey: 'watch', positionSeconds: 1, watchedSeconds: 99 }],
    }
    expect(await refusal(saveVideoPositions(world.deps, other.actor, input))).toBe('not-found')
    const noVideo = [{ lessonKey: 'read', positionSeconds: 1, watchedSeconds: 99 }]
    expect(
      await refusal(saveVideoPositions(world.deps, room.actor, { ...input, positions: noVideo })),
    ).toBe('not-found')
    await room.revoke()
    expect(await refusal(saveVideoPositions(world.deps, room.actor, input))).toBe('access-missing')
    expect(await saved(room)).toBeNull()
  })
})
