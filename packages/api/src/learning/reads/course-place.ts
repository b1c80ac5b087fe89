import type { DbOrTx } from '@archway/db/client'
import { getAccess } from '../../enrolments/reads/access'
import type { Access } from '../../enrolments/schema'
import type { Member } from '../../shared/actor'
import { continueKey, courseProgress } from '../rules/progress'
import type { LessonKind } from '../schema'
import { getFacts, getLessons, type OutlineLesson } from './facts'

export type LessonState = 'completed' | 'opened' | 'new'

export type CourseOutlineLesson = {
  key: string
  kind: LessonKind
  title: string
  minutes: number
  isRequired: boolean
  isPreview: boolean
  state: LessonState
}

export type CourseOutline = {
  key: string
  title: string
  summary: string
  lessons: CourseOutlineLesson[]
}[]

/** A learner's own place in a course: what they are on, how far, and whether it is open to them. */
export type CoursePlace = {
  enrolmentId: string
  offering: { id: string; slug: string; title: string; providerName: string }
  /** null until the course has content */
  revision: { id: string; number: number; publishedAt: Date | null } | null
  currentRevisionId: string | null
  startedAt: Date
  completedAt: Date | null
  lastLessonKey: string | null
  access: Access
  outline: CourseOutline
  progress: {
    percent: number
    isCompleted: boolean
    requiredCount: number
    completedCount: number
    missing: { key: string; title: string }[]
  }
  /** the lesson to go on with; null for a course without lessons */
  continueKey: string | null
}

async function getOutline(
  db: DbOrTx,
  revisionId: string,
  lessons: readonly OutlineLesson[],
  stateOf: (key: string) => LessonState,
): Promise<CourseOutline> {
  const modules = await db.courseModule.findMany({
    where: { revisionId },
    select: { id: true, key: true, title: true, summary: true },
    orderBy: { position: 'asc' },
  })
  return modules.map(({ id, ...module }) => ({
    ...module,
    lessons: lessons
      .filter((lesson) => lesson.moduleId === id)
      .map(({ key, kind, title, minutes, isRequired, isPreview }) => ({
        key,
        kind,
        title,
        minutes,
        isRequired,
        isPreview,
        state: stateOf(key),
      })),
  }))
}

/** The actor's place in a course by its slug; null when they are not enrolled. */
export async function getCoursePlace(
  db: DbOrTx,
  actor: Member,
  slug: string,
  now: Date,
): Promise<CoursePlace | null> {
  const enrolment = await db.enrolment.findFirst({
    where: { userId: actor.userId, offering: { slug, kind: 'course' } },
    select: {
      id: true,
      startedAt: true,
      completedAt: true,
      lastLessonKey: true,
      revision: { select: { id: true, number: true, publishedAt: true } },
      offering: {
        select: {
          id: true,
          slug: true,
          title: true,
          provider: { select: { name: true } },
          currentRevision: { select: { id: true, number: true, publishedAt: true } },
        },
      },
    },
  })
  if (!enrolment) return null
  const { offering } = enrolment
  const revision = enrolment.revision ?? offering.currentRevision
  const [access, lessons, facts, opened] = await Promise.all([
    getAccess(db, actor.userId, offering.id, now),
    revision ? getLessons(db, revision.id) : [],
    getFacts(db, enrolment.id),
    db.lessonProgress.findMany({
      where: { enrolmentId: enrolment.id },
      select: { lessonKey: true },
    }),
  ])
  const progress = courseProgress(lessons, facts)
  const completed = new Set(progress.completedKeys)
  const seen = new Set(opened.map((row) => row.lessonKey))
  const titles = new Map(lessons.map((lesson) => [lesson.key, lesson.title]))
  const stateOf = (key: string): LessonState =>
    completed.has(key) ? 'completed' : seen.has(key) ? 'opened' : 'new'
  return {
    enrolmentId: enrolment.id,
    offering: {
      id: offering.id,
      slug: offering.slug,
      title: offering.title,
      providerName: offering.provider.name,
    },
    revision,
    currentRevisionId: offering.currentRevision?.id ?? null,
    startedAt: enrolment.startedAt,
    completedAt: enrolment.completedAt,
    lastLessonKey: enrolment.lastLessonKey,
    access,
    outline: revision ? await getOutline(db, revision.id, lessons, stateOf) : [],
    progress: {
      percent: progress.percent,
      isCompleted: progress.isCompleted,
      requiredCount: progress.requiredCount,
      completedCount: progress.completedCount,
      missing: progress.missingKeys.map((key) => ({ key, title: titles.get(key) ?? key })),
    },
    continueKey: continueKey(lessons, progress, enrolment.lastLessonKey),
  }
}
