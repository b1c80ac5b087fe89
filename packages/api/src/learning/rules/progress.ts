import type { LessonKind } from '../schema'

/** What counting progress has to know of a lesson of a revision. */
export type CountedLesson = {
  key: string
  kind: LessonKind
  /** optional lessons are recorded but do not count */
  isRequired: boolean
  /** length of a video; null for everything else */
  videoSeconds: number | null
}

/** What is recorded about one lesson of one enrolment. Facts only ever grow. */
export type LessonFact = {
  lessonKey: string
  /** marked as done, or found complete once */
  isMarkedDone: boolean
  /** farthest point of a video that was played */
  watchedSeconds: number
  isQuizPassed: boolean
}

/** A video counts as watched from this share of its length. */
const videoCompletePercent = 90

/**
 * Whether a video was played far enough, by its farthest point in seconds. Whole seconds count, as they
 * are what is recorded: so the player never calls a video watched that the server does not. Pure.
 */
export const isVideoWatched = (watchedSeconds: number, videoSeconds: number): boolean =>
  videoSeconds > 0 && Math.floor(watchedSeconds) * 100 >= videoSeconds * videoCompletePercent

/**
 * Whether a lesson is complete by what is recorded: an article or a file when the learner marked it,
 * a video when at least 90 % of it was played (or it was found so once, in an earlier revision), a
 * quiz when one attempt passed. More facts never make it incomplete. Pure.
 */
export function isLessonComplete(
  lesson: Pick<CountedLesson, 'kind' | 'videoSeconds'>,
  fact: LessonFact | undefined,
): boolean {
  if (!fact) return false
  if (lesson.kind === 'quiz') return fact.isQuizPassed
  if (fact.isMarkedDone) return true
  return (
    lesson.kind === 'video' &&
    lesson.videoSeconds !== null &&
    isVideoWatched(fact.watchedSeconds, lesson.videoSeconds)
  )
}

/** Facts by lesson; what several say about one lesson is put together. */
function factsByKey(facts: readonly LessonFact[]): Map<string, LessonFact> {
  const byKey = new Map<string, LessonFact>()
  for (const fact of facts) {
    const known = byKey.get(fact.lessonKey)
    byKey.set(fact.lessonKey, {
      lessonKey: fact.lessonKey,
      isMarkedDone: fact.isMarkedDone || known?.isMarkedDone === true,
      watchedSeconds: Math.max(fact.watchedSeconds, known?.watchedSeconds ?? 0),
      isQuizPassed: fact.isQuizPassed || known?.isQuizPassed === true,
    })
  }
  return byKey
}

export type CourseProgress = {
  /** 0 to 100, whole; 100 exactly when nothing required is missing */
  percent: number
  isCompleted: boolean
  requiredCount: number
  completedCount: number
  /** keys of complete lessons, optional ones included */
  completedKeys: string[]
  /** keys of required lessons that are not complete, in the order of the course */
  missingKeys: string[]
  /** the first lesson that is missing; when none is, the first optional one that is open; else null */
  nextKey: string | null
}

/**
 * How far a course has come: the only place where progress is counted. `lessons` are those of the
 * learner's revision in their order, each key once; facts about other lessons are ignored, and their
 * order means nothing. A course without required lessons is never complete. Pure.
 */
export function courseProgress(
  lessons: readonly CountedLesson[],
  facts: readonly LessonFact[],
): CourseProgress {
  const byKey = factsByKey(facts)
  const isDone = (lesson: CountedLesson) => isLessonComplete(lesson, byKey.get(lesson.key))
  const required = lessons.filter((lesson) => lesson.isRequired)
  const missing = required.filter((lesson) => !isDone(lesson))
  const completedCount = required.length - missing.length
  const openOptional = lessons.find((lesson) => !lesson.isRequired && !isDone(lesson))
  return {
    percent: required.length === 0 ? 0 : Math.floor((completedCount * 100) / required.length),
    isCompleted: required.length > 0 && missing.length === 0,
    requiredCount: required.length,
    completedCount,
    completedKeys: lessons.filter(isDone).map((lesson) => lesson.key),
    missingKeys: missing.map((lesson) => lesson.key),
    nextKey: missing[0]?.key ?? openOptional?.key ?? null,
  }
}

/**
 * Where a learner goes on: at the lesson that was open last unless it is done, else at the next one,
 * else (everything done) where they were or at the start. Null for a course without lessons. Pure.
 */
export function continueKey(
  lessons: readonly CountedLesson[],
  progress: CourseProgress,
  lastLessonKey: string | null,
): string | null {
  const last = lessons.find((lesson) => lesson.key === lastLessonKey)
  if (last && !progress.completedKeys.includes(last.key)) return last.key
  return progress.nextKey ?? last?.key ?? lessons[0]?.key ?? null
}

/**
 * How far a program has come, from its courses: the mean of their progress, a completed course
 * counting in full even when a later revision added lessons to it. Complete when every course is.
 * Pure.
 */
export function programProgress(courses: readonly { percent: number; isCompleted: boolean }[]): {
  percent: number
  isCompleted: boolean
} {
  if (courses.length === 0) return { percent: 0, isCompleted: false }
  const isCompleted = courses.every((course) => course.isCompleted)
  const sum = courses.reduce(
    (total, course) => total + (course.isCompleted ? 100 : course.percent),
    0,
  )
  return {
    // A course that is not completed holds the whole below 100, whatever was counted for it.
    percent: isCompleted ? 100 : Math.min(99, Math.floor(sum / courses.length)),
    isCompleted,
  }
}
