import type { EditorLesson } from '@archway/api/catalog/schema/content'
import { numberText } from '../../editor/date-text'

/** What the form of a lesson holds: numbers as they are typed. */
export const valuesOf = (lesson: EditorLesson) => ({
  title: lesson.title,
  minutes: String(lesson.minutes),
  isPreview: lesson.isPreview,
  isRequired: lesson.isRequired,
  bodyHtml: lesson.bodyHtml,
  videoKey: lesson.videoKey,
  captionsKey: lesson.captionsKey,
  posterKey: lesson.posterKey,
  videoSeconds: numberText(lesson.videoSeconds),
  fileKey: lesson.fileKey,
  fileName: lesson.fileName,
  passPercent: String(lesson.passPercent ?? 70),
  // Known by their place, which is the same on the server and in the browser.
  questions: lesson.questions.map((question, number) => ({
    ...question,
    id: `saved-${number}`,
    options: question.options.map((option, place) => ({ ...option, id: `saved-${place}` })),
  })),
})
export type LessonValues = ReturnType<typeof valuesOf>
