import { allowed, denied, type PolicyResult } from '../shared/policy-result'
import type { LessonKind } from './schema'

/** A lesson is open to people with access, and to everybody when it is a free preview. */
export function canOpenLesson(facts: { hasAccess: boolean; isPreview: boolean }): PolicyResult {
  return facts.hasAccess || facts.isPreview ? allowed : denied('access-missing')
}

/** Working in a course (answers, progress, new notes) takes access; a preview is only for reading. */
export const canLearn = (facts: { hasAccess: boolean }): PolicyResult =>
  facts.hasAccess ? allowed : denied('access-missing')

/**
 * Texts and files are done when the learner says so. Quizzes prove it themselves, and so do videos; where
 * no script tells how far one was played, the learner's word counts once there was time to watch it.
 */
export function canMarkDone(lesson: { kind: LessonKind; hadTimeToWatch: boolean }): PolicyResult {
  if (lesson.kind === 'quiz') return denied('lesson-needs-passing')
  if (lesson.kind === 'video' && !lesson.hadTimeToWatch) return denied('lesson-needs-watching')
  return allowed
}
