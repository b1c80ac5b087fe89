import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classroomsOf } from '../../testing/classroom'
import { makeOffering } from '../../testing/factories'
import { makeLearner } from '../../testing/learners'
import { createWorld, type World } from '../../testing/world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const rooms = classroomsOf(() => world)

describe('a program', () => {
  it('follows its courses, also when they are finished at the same moment', async () => {
    const courses = [await rooms.open(), await rooms.open()]
    const program = await makeOffering(world.db, { data: { kind: 'program' } })
    await world.db.programCourse.createMany({
      data: courses.map((room, position) => ({
        programId: program.id,
        courseId: room.offering.id,
        position,
      })),
    })
    const { actor, enrolmentId } = await makeLearner(world.db, program.id, world.clock.now())
    const places = await Promise.all(
      courses.map(async (room) => ({
        ...room,
        actor,
        enrolmentId: (
          await world.db.enrolment.findUniqueOrThrow({
            where: { userId_offeringId: { userId: actor.userId, offeringId: room.offering.id } },
          })
        ).id,
      })),
    )
    for (const place of places.slice(0, 1)) await rooms.read(place)
    expect(await rooms.enrolmentOf(enrolmentId)).toMatchObject({
      progressPercent: 16,
      completedAt: null,
    })
    await Promise.all(places.map(rooms.finish))
    expect(await rooms.enrolmentOf(enrolmentId)).toMatchObject({
      progressPercent: 100,
      completedAt: world.clock.now(),
    })
    expect(await rooms.completionMails(enrolmentId)).toBe(1)
  })
})
