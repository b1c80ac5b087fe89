import { notFound } from '../shared/errors'
import { router } from '../trpc/init'
import { memberProcedure } from '../trpc/procedures'
import { addNote, deleteNote, updateNote } from './commands/notes'
import { completeLesson, openLesson } from './commands/record-lesson'
import { saveVideoPositions } from './commands/save-video-positions'
import { submitQuiz } from './commands/submit-quiz'
import { switchRevision } from './commands/switch-revision'
import { getCourseHome } from './reads/course-home'
import { getLessonPage } from './reads/lesson'
import { getMyLearning } from './reads/my-learning'
import { requireQuizReview } from './reads/quiz-review'
import * as schema from './schema'

const done = { ok: true } as const

/** Learning: everything is the signed-in person's own; another's is not found. */
export const learningRouter = router({
  mine: memberProcedure.query(({ ctx }) =>
    getMyLearning(ctx.deps.db, ctx.actor, ctx.deps.clock.now()),
  ),
  course: memberProcedure.input(schema.courseInput).query(async ({ ctx, input }) => {
    const home = await getCourseHome(ctx.deps.db, ctx.actor, input.slug, ctx.deps.clock.now())
    if (!home) throw notFound('enrolment')
    return home
  }),
  lesson: memberProcedure.input(schema.courseLessonInput).query(async ({ ctx, input }) => {
    const page = await getLessonPage(ctx.deps.db, ctx.actor, input, ctx.deps.clock.now())
    if (!page) throw notFound('lesson')
    return page
  }),
  quizReview: memberProcedure
    .input(schema.attemptInput)
    .query(({ ctx, input }) => requireQuizReview(ctx.deps.db, ctx.actor, input)),

  openLesson: memberProcedure
    .input(schema.lessonInput)
    .output(schema.progressOutput)
    .mutation(({ ctx, input }) => openLesson(ctx.deps, ctx.actor, input)),
  completeLesson: memberProcedure
    .input(schema.lessonInput)
    .output(schema.progressOutput)
    .mutation(({ ctx, input }) => completeLesson(ctx.deps, ctx.actor, input)),
  saveVideoPositions: memberProcedure
    .input(schema.videoPositionsInput)
    .output(schema.videoPositionsOutput)
    .mutation(({ ctx, input }) => saveVideoPositions(ctx.deps, ctx.actor, input)),
  submitQuiz: memberProcedure
    .input(schema.submitQuizInput)
    .output(schema.submitQuizOutput)
    .mutation(({ ctx, input }) => submitQuiz(ctx.deps, ctx.actor, input)),
  addNote: memberProcedure
    .input(schema.addNoteInput)
    .output(schema.acknowledged)
    .mutation(async ({ ctx, input }) => {
      await addNote(ctx.deps, ctx.actor, input)
      return done
    }),
  updateNote: memberProcedure
    .input(schema.updateNoteInput)
    .output(schema.acknowledged)
    .mutation(async ({ ctx, input }) => {
      await updateNote(ctx.deps, ctx.actor, input)
      return done
    }),
  deleteNote: memberProcedure
    .input(schema.deleteNoteInput)
    .output(schema.acknowledged)
    .mutation(async ({ ctx, input }) => {
      await deleteNote(ctx.deps, ctx.actor, input)
      return done
    }),
  switchRevision: memberProcedure
    .input(schema.switchRevisionInput)
    .output(schema.progressOutput)
    .mutation(({ ctx, input }) => switchRevision(ctx.deps, ctx.actor, input)),
})
