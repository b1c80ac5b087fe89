import type { PublishBlocker } from '../schema/editing'
import type {
  LessonKind,
  OfferingKind,
  OfferingOrigin,
  OfferingStatus,
  PricePeriod,
} from '../schema/vocabulary'

export type PublishFacts = {
  kind: OfferingKind
  origin: OfferingOrigin
  summary: string
  descriptionHtml: string
  languages: readonly string[]
  /** periods of the active prices */
  pricePeriods: readonly PricePeriod[]
  /** lessons of the current revision; 0 when there is none */
  lessons: number
  /** programs: status of each course */
  courseStatuses: readonly OfferingStatus[]
  externalUrl: string | null
  sourceUrl: string | null
}

/**
 * Everything that keeps an offering from being public. What we sell needs a price to sell it at and
 * something to deliver; what others sell needs the address where they do, and where we know it from.
 */
export function publishBlockersOf(facts: PublishFacts): PublishBlocker[] {
  const blockers: PublishBlocker[] = []
  if (facts.summary.trim() === '') blockers.push('summary-missing')
  if (facts.descriptionHtml.trim() === '') blockers.push('description-missing')
  if (facts.languages.length === 0) blockers.push('language-missing')
  if (facts.origin === 'external') {
    if (facts.externalUrl === null) blockers.push('link-missing')
    if (facts.sourceUrl === null) blockers.push('source-missing')
    return blockers
  }
  const sells = facts.kind === 'certification' ? ['one_time', 'per_exam'] : ['one_time']
  if (!facts.pricePeriods.some((period) => sells.includes(period))) blockers.push('price-missing')
  if (facts.kind === 'course' && facts.lessons === 0) blockers.push('content-missing')
  if (facts.kind === 'program') {
    if (facts.courseStatuses.length === 0) blockers.push('courses-missing')
    if (facts.courseStatuses.some((status) => status !== 'published')) {
      blockers.push('course-not-published')
    }
  }
  return blockers
}

/** A lesson that is not finished; `reason` is a key of the message catalogue. */
export type LessonProblem = {
  lessonKey: string
  reason: 'body-missing' | 'video-missing' | 'file-missing' | 'questions-missing'
}

export type LessonFacts = {
  key: string
  kind: LessonKind
  bodyHtml: string
  videoKey: string | null
  videoSeconds: number | null
  fileKey: string | null
  questions: number
}

/** Lessons that learners could do nothing with. A revision with one is not published. */
export const lessonProblems = (lessons: readonly LessonFacts[]): LessonProblem[] =>
  lessons.flatMap((lesson) => {
    const reason = problemOf(lesson)
    return reason === null ? [] : [{ lessonKey: lesson.key, reason }]
  })

function problemOf(lesson: LessonFacts): LessonProblem['reason'] | null {
  switch (lesson.kind) {
    case 'article':
      return lesson.bodyHtml.trim() === '' ? 'body-missing' : null
    case 'video':
      return lesson.videoKey === null || lesson.videoSeconds === null ? 'video-missing' : null
    case 'file':
      return lesson.fileKey === null ? 'file-missing' : null
    case 'quiz':
      return lesson.questions === 0 ? 'questions-missing' : null
  }
}
