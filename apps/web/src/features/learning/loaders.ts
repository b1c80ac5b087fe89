import 'server-only'
import type { ExplainedReason } from '@archway/api/enrolments/schema'
import { type CourseHome, getCourseHome } from '@archway/api/learning/reads/course-home'
import { getLessonPage, type LessonPage } from '@archway/api/learning/reads/lesson'
import { getMyLearning, type MyLearning } from '@archway/api/learning/reads/my-learning'
import { type QuizReview, requireQuizReview } from '@archway/api/learning/reads/quiz-review'
import { DomainError } from '@archway/api/shared/errors'
import { notFound, redirect } from 'next/navigation'
import { after } from 'next/server'
import { cache } from 'react'
import { requireMember } from '@/auth/actor'
import { deps } from '@/lib/deps'
import { type Formats, formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'
import { coursePath, lessonPath } from './paths'

/** Dates as the signed-in person writes them. */
export async function loadFormats(): Promise<Formats> {
  return formatsFor(await (await api()).accounts.own())
}

export async function loadMyLearning(): Promise<{ userId: string; mine: MyLearning }> {
  const actor = await requireMember('/learning')
  const mine = await getMyLearning(deps().db, actor, deps().clock.now())
  return { userId: actor.userId, mine }
}

/** Everything that was ever opened to the member, with why. */
export async function loadAccess(): Promise<ExplainedReason[]> {
  await requireMember('/learning/access')
  return await (await api()).enrolments.explained()
}

/** One's own course; who is not enrolled is shown the public page about it. Read once per request. */
export const loadCourseHome = cache(
  async (slug: string): Promise<{ userId: string; home: CourseHome }> => {
    const actor = await requireMember(coursePath(slug))
    const home = await getCourseHome(deps().db, actor, slug, deps().clock.now())
    if (!home) redirect(`/courses/${slug}`)
    return { userId: actor.userId, home }
  },
)

/** One's own lesson. Read once per request. */
export const loadLesson = cache(
  async (slug: string, lessonKey: string): Promise<{ userId: string; page: LessonPage }> => {
    const actor = await requireMember(lessonPath(slug, lessonKey))
    const page = await getLessonPage(deps().db, actor, { slug, lessonKey }, deps().clock.now())
    if (!page) notFound()
    return { userId: actor.userId, page }
  },
)

/** Writes down, after the answer is on its way, that the lesson was opened. */
export async function recordOpening({ place, lesson }: LessonPage): Promise<void> {
  if (!place.access.hasAccess) return
  const { learning } = await api()
  const input = { enrolmentId: place.enrolmentId, lessonKey: lesson.key }
  after(async () => {
    await learning.openLesson(input)
  })
}

/**
 * The result that the page shows: the attempt that is asked for, else the last one; null when the
 * learner takes the quiz (again), or never did.
 */
export async function loadReview(
  page: LessonPage,
  query: { attempt?: string; retake?: string },
): Promise<QuizReview | null> {
  const known = page.attempts.map((attempt) => attempt.id)
  const attemptId = query.retake ? undefined : (query.attempt ?? known[0])
  if (page.content?.quiz == null || attemptId === undefined) return null
  if (!known.includes(attemptId)) notFound()
  const actor = await requireMember(lessonPath(page.place.offering.slug, page.lesson.key))
  try {
    return await requireQuizReview(deps().db, actor, { attemptId })
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'not_found') notFound()
    throw error
  }
}
