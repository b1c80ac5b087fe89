import { completeLesson } from '../learning/commands/record-lesson'
import { saveVideoPositions } from '../learning/commands/save-video-positions'
import { submitQuiz } from '../learning/commands/submit-quiz'
import { makeClassroom } from './learners'
import type { World } from './world'

export type Classroom = Awaited<ReturnType<typeof makeClassroom>>

/** What a learner does in the standard course, and what comes of it, for tests. */
export function classroomsOf(world: () => World) {
  const read = (room: Classroom) =>
    completeLesson(world().deps, room.actor, { enrolmentId: room.enrolmentId, lessonKey: 'read' })

  const watch = (room: Classroom, watchedSeconds: number, positionSeconds = watchedSeconds) =>
    saveVideoPositions(world().deps, room.actor, {
      enrolmentId: room.enrolmentId,
      positions: [{ lessonKey: 'watch', positionSeconds, watchedSeconds }],
    })

  const answer = (
    room: Classroom,
    answers: Record<string, string[]>,
    requestId: string = crypto.randomUUID(),
  ) =>
    submitQuiz(world().deps, room.actor, {
      enrolmentId: room.enrolmentId,
      lessonKey: 'quiz',
      lessonId: room.quiz.lessonId,
      requestId,
      answers,
    })

  const pass = (room: Classroom) => answer(room, room.quiz.right)

  return {
    open: () => makeClassroom(world().db, world().clock.now()),
    read,
    watch,
    answer,
    pass,
    /** everything that the standard course asks for */
    finish: async (room: Classroom) => {
      await read(room)
      await watch(room, 95)
      return await pass(room)
    },
    enrolmentOf: (id: string) => world().db.enrolment.findUniqueOrThrow({ where: { id } }),
    completionMails: (enrolmentId: string) =>
      world().db.mailMessage.count({ where: { key: `course-completed:${enrolmentId}` } }),
  }
}
