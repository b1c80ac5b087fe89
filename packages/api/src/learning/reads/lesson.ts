import type { Db, DbOrTx } from '@archway/db/client'
import type { Member } from '../../shared/actor'
import { canOpenLesson } from '../policy'
import { type CourseOutlineLesson, type CoursePlace, getCoursePlace } from './course-place'
import { listNotes, type Note } from './notes'

/** A lesson's content as a reader may have it. Right answers are not even selected. */
export type LessonContent = {
  id: string
  bodyHtml: string
  video: { seconds: number; hasCaptions: boolean; hasPoster: boolean } | null
  file: { name: string; sizeBytes: number | null } | null
  quiz: {
    passPercent: number
    questions: {
      id: string
      kind: 'single' | 'multiple'
      promptHtml: string
      options: { id: string; text: string }[]
    }[]
  } | null
}

export type AttemptSummary = {
  id: string
  number: number
  scorePercent: number
  isPassed: boolean
  submittedAt: Date
}

export type LessonPage = {
  place: CoursePlace
  lesson: CourseOutlineLesson
  moduleTitle: string
  previous: { key: string; title: string } | null
  next: { key: string; title: string } | null
  /** why the lesson is closed to the reader (a key of the message catalogue), or null */
  closedReason: string | null
  /** null when it is closed */
  content: LessonContent | null
  /** where to resume a video and how far it was played, seconds */
  positionSeconds: number
  watchedSeconds: number
  /** of this quiz, newest first */
  attempts: AttemptSummary[]
  notes: Note[]
}

/** The content of one lesson, for readers and for previews. The caller has checked access. */
export async function getLessonContent(
  db: DbOrTx,
  where: { revisionId: string; key: string },
): Promise<LessonContent | null> {
  const row = await db.lesson.findUnique({
    where: { revisionId_key: where },
    select: {
      id: true,
      kind: true,
      bodyHtml: true,
      videoKey: true,
      captionsKey: true,
      posterKey: true,
      videoSeconds: true,
      fileKey: true,
      fileName: true,
      passPercent: true,
      questions: {
        select: {
          id: true,
          kind: true,
          promptHtml: true,
          options: { select: { id: true, text: true }, orderBy: { position: 'asc' } },
        },
        orderBy: { position: 'asc' },
      },
    },
  })
  if (!row) return null
  const file = row.fileKey
    ? await db.media.findUnique({ where: { key: row.fileKey }, select: { sizeBytes: true } })
    : null
  return {
    id: row.id,
    bodyHtml: row.bodyHtml,
    video: row.videoKey
      ? {
          seconds: row.videoSeconds ?? 0,
          hasCaptions: row.captionsKey !== null,
          hasPoster: row.posterKey !== null,
        }
      : null,
    file:
      row.fileKey && row.fileName
        ? { name: row.fileName, sizeBytes: file?.sizeBytes ?? null }
        : null,
    quiz:
      row.kind === 'quiz' && row.passPercent !== null
        ? { passPercent: row.passPercent, questions: row.questions }
        : null,
  }
}

/**
 * The player's page: a lesson of the revision that the actor is on, with the way through the course,
 * their notes and attempts. Null when they are not enrolled or the lesson does not exist; without
 * access `content` is null and `closedReason` says why.
 */
export async function getLessonPage(
  db: Db,
  actor: Member,
  input: { slug: string; lessonKey: string },
  now: Date,
): Promise<LessonPage | null> {
  const place = await getCoursePlace(db, actor, input.slug, now)
  if (!place?.revision) return null
  const lessons = place.outline.flatMap((module) => module.lessons)
  const index = lessons.findIndex((lesson) => lesson.key === input.lessonKey)
  const lesson = lessons[index]
  if (!lesson) return null
  const may = canOpenLesson({ hasAccess: place.access.hasAccess, isPreview: lesson.isPreview })
  const ofLesson = { enrolmentId: place.enrolmentId, lessonKey: lesson.key }
  const [content, fact, attempts, notes] = await Promise.all([
    may.ok ? getLessonContent(db, { revisionId: place.revision.id, key: lesson.key }) : null,
    db.lessonProgress.findUnique({
      where: { enrolmentId_lessonKey: ofLesson },
      select: { positionSeconds: true, watchedSeconds: true },
    }),
    db.quizAttempt.findMany({
      where: ofLesson,
      select: { id: true, number: true, scorePercent: true, isPassed: true, submittedAt: true },
      orderBy: { number: 'desc' },
    }),
    listNotes(db, ofLesson),
  ])
  const step = (at: number) => {
    const found = lessons[at]
    return found ? { key: found.key, title: found.title } : null
  }
  return {
    place,
    lesson,
    moduleTitle:
      place.outline.find((module) => module.lessons.includes(lesson))?.title ?? lesson.title,
    previous: step(index - 1),
    next: step(index + 1),
    closedReason: may.ok ? null : may.reason,
    content,
    positionSeconds: fact?.positionSeconds ?? 0,
    watchedSeconds: fact?.watchedSeconds ?? 0,
    attempts,
    notes,
  }
}
