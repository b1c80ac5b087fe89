import { z } from 'zod'
import { slugPattern } from '../../shared/slug'
import { lessonKinds } from './vocabulary'

const key = z.string().regex(slugPattern).max(80)
const title = z.string().trim().min(1).max(200)
const html = z.string().max(400_000)
const mediaKey = z.string().max(300)

export const courseInput = z.object({ offeringId: z.uuid() })

/** A lesson as the outline knows it: its place and name; its content is saved by itself. */
const outlineLessonInput = z.object({
  key,
  title,
  kind: z.enum(lessonKinds),
  minutes: z.number().int().min(0).max(1000),
  isPreview: z.boolean(),
  isRequired: z.boolean(),
})

/** The draft that an editor works on; what is written for one that was replaced since is refused. */
const draftInput = courseInput.extend({ revisionId: z.uuid() })

/** What an editor saw: a change on top of another one is refused. */
const version = z.number().int().positive()

/**
 * The whole outline of a draft in its order. Lessons are known by their keys: new keys are added, missing
 * ones are deleted with their content, the others keep theirs wherever they move.
 */
export const saveOutlineInput = draftInput.extend({
  outlineVersion: version,
  modules: z
    .array(
      z.object({
        key,
        title,
        summary: z.string().trim().max(500).default(''),
        lessons: z.array(outlineLessonInput).max(200),
      }),
    )
    .max(100)
    .superRefine((modules, context) => {
      const seen = new Set<string>()
      for (const [m, module] of modules.entries()) {
        if (seen.has(`module ${module.key}`)) {
          context.addIssue({ code: 'custom', message: 'duplicates', path: [m, 'key'] })
        }
        seen.add(`module ${module.key}`)
        for (const [l, lesson] of module.lessons.entries()) {
          if (seen.has(lesson.key)) {
            context.addIssue({
              code: 'custom',
              message: 'duplicates',
              path: [m, 'lessons', l, 'key'],
            })
          }
          seen.add(lesson.key)
        }
      }
    }),
})

/** The content of one lesson of a draft; questions have their own command. */
export const saveLessonInput = draftInput.extend({
  lessonKey: key,
  version,
  bodyHtml: html,
  videoKey: mediaKey.nullable().default(null),
  captionsKey: mediaKey.nullable().default(null),
  posterKey: mediaKey.nullable().default(null),
  videoSeconds: z.number().int().min(1).max(100_000).nullable().default(null),
  fileKey: mediaKey.nullable().default(null),
  fileName: z.string().trim().max(200).nullable().default(null),
})

const questionInput = z
  .object({
    kind: z.enum(['single', 'multiple']),
    promptHtml: html.min(1),
    explanationHtml: html.default(''),
    options: z
      .array(z.object({ text: z.string().trim().min(1).max(1000), isCorrect: z.boolean() }))
      .min(2)
      .max(12),
  })
  .refine(
    ({ kind, options }) => {
      const right = options.filter((option) => option.isCorrect).length
      return kind === 'single' ? right === 1 : right >= 1
    },
    { message: 'right-options', path: ['options'] },
  )

/** All questions of a quiz lesson of a draft, in order. */
export const saveQuizInput = draftInput.extend({
  lessonKey: key,
  version,
  passPercent: z.number().int().min(0).max(100),
  questions: z.array(questionInput).max(100),
})

/** The draft that somebody looked at, to be thrown away or published as it was then. */
export const seenDraftInput = draftInput.extend({ version })

export const publishRevisionInput = seenDraftInput.extend({
  changeNote: z.string().trim().min(1).max(1000),
})

/** One lesson for the editor: everything, right answers included. For staff and the provider's members only. */
export const editorLesson = z.object({
  key: z.string(),
  /** of text, files and questions */
  version: z.number(),
  kind: z.enum(lessonKinds),
  title: z.string(),
  minutes: z.number(),
  isPreview: z.boolean(),
  isRequired: z.boolean(),
  bodyHtml: z.string(),
  videoKey: z.string().nullable(),
  captionsKey: z.string().nullable(),
  posterKey: z.string().nullable(),
  videoSeconds: z.number().nullable(),
  fileKey: z.string().nullable(),
  fileName: z.string().nullable(),
  passPercent: z.number().nullable(),
  questions: z.array(
    z.object({
      kind: z.enum(['single', 'multiple']),
      promptHtml: z.string(),
      explanationHtml: z.string(),
      options: z.array(z.object({ text: z.string(), isCorrect: z.boolean() })),
    }),
  ),
})
export type EditorLesson = z.infer<typeof editorLesson>

export const editorRevision = z.object({
  offeringId: z.string(),
  revisionId: z.string(),
  number: z.number(),
  /** of all that is in it */
  version: z.number(),
  outlineVersion: z.number(),
  status: z.enum(['draft', 'published']),
  changeNote: z.string(),
  createdAt: z.date(),
  publishedAt: z.date().nullable(),
  modules: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      summary: z.string(),
      lessons: z.array(editorLesson),
    }),
  ),
})
export type EditorRevision = z.infer<typeof editorRevision>

export const revisionHistory = z.array(
  z.object({
    revisionId: z.string(),
    number: z.number(),
    status: z.enum(['draft', 'published']),
    changeNote: z.string(),
    createdAt: z.date(),
    publishedAt: z.date().nullable(),
    isCurrent: z.boolean(),
    lessons: z.number(),
    /** learners who are on it */
    enrolments: z.number(),
  }),
)

/** A stored file, as pickers and editors know it; served at /media/<key>. */
export const mediaDto = z.object({
  id: z.string(),
  key: z.string(),
  fileName: z.string(),
  contentType: z.string(),
  sizeBytes: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  alt: z.string(),
})
export type MediaDto = z.infer<typeof mediaDto>
