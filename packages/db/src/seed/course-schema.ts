import { z } from 'zod'
import { QuizQuestionKind } from '../generated/enums'
import { slug } from './content-schema'

const text = z.string().trim().min(1)
/** Path of a file beside course.json; it may not leave the folder. */
const path = text.refine((value) => !value.startsWith('/') && !value.split('/').includes('..'), {
  message: 'must stay inside the folder of the course',
})

const question = z
  .strictObject({
    kind: z.enum(QuizQuestionKind),
    prompt: text,
    explanation: z.string(),
    options: z.array(z.strictObject({ text, correct: z.boolean() })).min(2),
  })
  .refine(
    ({ kind, options }) => {
      const right = options.filter((option) => option.correct).length
      return kind === 'single' ? right === 1 : right >= 1
    },
    {
      message: 'a single-choice question has one right option, a multiple-choice one at least one',
    },
  )

const common = {
  key: slug,
  title: text,
  minutes: z.number().int().min(0),
  preview: z.boolean(),
  required: z.boolean(),
}
const article = z.strictObject({
  ...common,
  kind: z.literal('article'),
  body: path,
  file: z.null().optional(),
  video: z.null().optional(),
})
const video = z.strictObject({
  ...common,
  kind: z.literal('video'),
  body: path.nullable(),
  file: z.null().optional(),
  video: z.strictObject({
    src: path,
    captions: path.nullable(),
    poster: path.nullable(),
    seconds: z.number().int().positive().optional(),
  }),
})
const file = z.strictObject({
  ...common,
  kind: z.literal('file'),
  body: path.nullable(),
  file: path,
  video: z.null().optional(),
})
const quiz = z.strictObject({
  ...common,
  kind: z.literal('quiz'),
  body: path.nullable(),
  file: z.null().optional(),
  video: z.null().optional(),
  passPercent: z.number().int().min(0).max(100),
  questions: z.array(question).min(1),
})

export const courseFile = z.strictObject({
  offering: slug,
  changeNote: text,
  modules: z
    .array(
      z.strictObject({
        key: slug,
        title: text,
        summary: z.string(),
        lessons: z.array(z.discriminatedUnion('kind', [article, video, file, quiz])).min(1),
      }),
    )
    .min(1),
})

export type CourseContent = z.infer<typeof courseFile>
export type LessonContent = CourseContent['modules'][number]['lessons'][number]
