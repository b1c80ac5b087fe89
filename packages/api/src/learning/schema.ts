import { z } from 'zod'

export const lessonKinds = ['article', 'video', 'quiz', 'file'] as const
export type LessonKind = (typeof lessonKinds)[number]

/** Keys of lessons are slugs; they are stable from one revision to the next. */
const lessonKey = z.string().min(1).max(120)

export const enrolmentInput = z.object({ enrolmentId: z.uuid() })
export const lessonInput = enrolmentInput.extend({ lessonKey })
export type LessonInput = z.infer<typeof lessonInput>

/** Longest video that is believed, in seconds: a day. */
const seconds = z.number().min(0).max(86_400)

export const videoPositionsInput = enrolmentInput.extend({
  /** what a player gathered since it last reached the server, oldest first */
  positions: z
    .array(
      z.object({
        lessonKey,
        /** where to resume */
        positionSeconds: seconds,
        /** farthest point that was played */
        watchedSeconds: seconds,
      }),
    )
    .min(1)
    .max(50),
})
export type VideoPositionsInput = z.infer<typeof videoPositionsInput>

/** Question id → ids of the chosen options. A question that is left out counts as wrong. */
export const quizAnswers = z.record(z.uuid(), z.array(z.uuid()).max(50))
export type QuizAnswers = z.infer<typeof quizAnswers>

export const submitQuizInput = lessonInput.extend({
  /** made by the browser once per submission: sending it again is the same attempt */
  requestId: z.uuid(),
  /** the very lesson that was answered: another revision may ask other questions under the same key */
  lessonId: z.uuid(),
  answers: quizAnswers.refine((answers) => Object.keys(answers).length <= 200, 'answer-invalid'),
})
export type SubmitQuizInput = z.infer<typeof submitQuizInput>

export const noteBodyMaxLength = 5000
const noteBody = z.string().trim().min(1, 'note-missing').max(noteBodyMaxLength, 'note-too-long')
export const addNoteInput = lessonInput.extend({
  /** made by the browser: sending it again is the same note */
  noteId: z.uuid(),
  body: noteBody,
  /** the point of a video that it is about */
  positionSeconds: seconds.nullable().default(null),
})
export type AddNoteInput = z.infer<typeof addNoteInput>
export const updateNoteInput = z.object({ noteId: z.uuid(), body: noteBody })
export const deleteNoteInput = z.object({ noteId: z.uuid() })

export const switchRevisionInput = enrolmentInput.extend({ revisionId: z.uuid() })

/** What every recorded step answers: how far the course has come. */
export const progressOutput = z.object({
  percent: z.number().int().min(0).max(100),
  isCompleted: z.boolean(),
  completedAt: z.date().nullable(),
  /** true for the one step that completed the course */
  isJustCompleted: z.boolean(),
  nextLessonKey: z.string().nullable(),
})
export type ProgressOutput = z.infer<typeof progressOutput>

export const submitQuizOutput = z.object({
  attemptId: z.uuid(),
  number: z.number().int(),
  scorePercent: z.number().int(),
  isPassed: z.boolean(),
  progress: progressOutput,
})
export type SubmitQuizOutput = z.infer<typeof submitQuizOutput>

export const videoPositionsOutput = z.object({
  saved: z.number().int(),
  /** null when no lesson was finished by it, so nothing had to be counted again */
  progress: progressOutput.nullable(),
})

export const courseInput = z.object({ slug: z.string().min(1).max(120) })
export const courseLessonInput = courseInput.extend({ lessonKey })
export const attemptInput = z.object({ attemptId: z.uuid() })

export const acknowledged = z.object({ ok: z.literal(true) })
