import type { Db } from '@archway/db/client'
import { getAccessByOffering } from '../../enrolments/reads/access'
import type { Member } from '../../shared/actor'
import { continueKey, courseProgress, programProgress } from '../rules/progress'
import type { LessonKind } from '../schema'
import { getFactsByEnrolment, getLessonsByRevision } from './facts'

export type MyCourse = {
  enrolmentId: string
  offeringId: string
  slug: string
  title: string
  providerName: string
  percent: number
  requiredCount: number
  completedCount: number
  startedAt: Date
  lastActivityAt: Date
  completedAt: Date | null
  hasAccess: boolean
  /** closed to somebody whose membership had opened it: becoming a member again, or buying it, opens it */
  isClosedWithMembership: boolean
  hasStarted: boolean
  /** the lesson to go on with; null when the course has none yet */
  continueWith: { key: string; title: string; kind: LessonKind; minutes: number } | null
  /** required lessons that are not complete, in order */
  missing: { key: string; title: string; minutes: number }[]
}

export type MyProgram = {
  enrolmentId: string
  slug: string
  title: string
  providerName: string
  percent: number
  completedAt: Date | null
  hasAccess: boolean
  /** in the order of the program; `enrolmentId` null for one that was added later */
  courses: {
    slug: string
    title: string
    enrolmentId: string | null
    percent: number
    isCompleted: boolean
  }[]
}

export type MyLearning = {
  /** the course that was worked on last and is open and unfinished */
  continueWith: MyCourse | null
  /** latest activity first */
  inProgress: MyCourse[]
  /** latest completion first */
  completed: MyCourse[]
  programs: MyProgram[]
}

const enrolmentFields = {
  id: true,
  offeringId: true,
  revisionId: true,
  lastLessonKey: true,
  startedAt: true,
  lastActivityAt: true,
  completedAt: true,
  offering: {
    select: {
      slug: true,
      title: true,
      kind: true,
      currentRevisionId: true,
      provider: { select: { name: true } },
      programCourses: {
        select: { courseId: true, course: { select: { slug: true, title: true } } },
        orderBy: { position: 'asc' },
      },
    },
  },
} as const

/** Everything that the actor is enrolled in, with how far it has come, counted from the facts. */
export async function getMyLearning(db: Db, actor: Member, now: Date): Promise<MyLearning> {
  const enrolments = await db.enrolment.findMany({
    where: { userId: actor.userId },
    select: enrolmentFields,
    orderBy: { lastActivityAt: 'desc' },
    take: 500,
  })
  const courseRows = enrolments.filter((row) => row.offering.kind === 'course')
  const revisionOf = (row: (typeof courseRows)[number]) =>
    row.revisionId ?? row.offering.currentRevisionId
  const [access, lessonsOf, factsOf] = await Promise.all([
    getAccessByOffering(db, actor.userId, null, now),
    getLessonsByRevision(
      db,
      courseRows.flatMap((row) => revisionOf(row) ?? []),
    ),
    getFactsByEnrolment(
      db,
      courseRows.map((row) => row.id),
    ),
  ])
  const hasAccess = (offeringId: string) => access.get(offeringId)?.hasAccess === true
  const isClosedWithMembership = (offeringId: string) =>
    !hasAccess(offeringId) &&
    access.get(offeringId)?.reasons.some((reason) => reason.source === 'subscription') === true

  const courses = courseRows.map((row): MyCourse => {
    const lessons = lessonsOf.get(revisionOf(row) ?? '') ?? []
    const progress = courseProgress(lessons, factsOf.get(row.id) ?? [])
    const byKey = new Map(lessons.map((lesson) => [lesson.key, lesson]))
    const goOn = byKey.get(continueKey(lessons, progress, row.lastLessonKey) ?? '')
    return {
      enrolmentId: row.id,
      offeringId: row.offeringId,
      slug: row.offering.slug,
      title: row.offering.title,
      providerName: row.offering.provider.name,
      percent: progress.percent,
      requiredCount: progress.requiredCount,
      completedCount: progress.completedCount,
      startedAt: row.startedAt,
      lastActivityAt: row.lastActivityAt,
      completedAt: row.completedAt,
      hasAccess: hasAccess(row.offeringId),
      isClosedWithMembership: isClosedWithMembership(row.offeringId),
      hasStarted: row.lastLessonKey !== null || progress.completedKeys.length > 0,
      continueWith: goOn
        ? { key: goOn.key, title: goOn.title, kind: goOn.kind, minutes: goOn.minutes }
        : null,
      missing: progress.missingKeys.flatMap((key) => {
        const lesson = byKey.get(key)
        return lesson ? [{ key, title: lesson.title, minutes: lesson.minutes }] : []
      }),
    }
  })

  const byOffering = new Map(courses.map((course) => [course.offeringId, course]))
  const programs = enrolments
    .filter((row) => row.offering.kind === 'program')
    .map((row): MyProgram => {
      const parts = row.offering.programCourses.map(({ courseId, course }) => {
        const mine = byOffering.get(courseId)
        return {
          ...course,
          enrolmentId: mine?.enrolmentId ?? null,
          percent: mine?.percent ?? 0,
          isCompleted: (mine?.completedAt ?? null) !== null,
        }
      })
      return {
        enrolmentId: row.id,
        slug: row.offering.slug,
        title: row.offering.title,
        providerName: row.offering.provider.name,
        percent: programProgress(parts).percent,
        completedAt: row.completedAt,
        hasAccess: hasAccess(row.offeringId),
        courses: parts,
      }
    })

  const inProgress = courses.filter((course) => course.completedAt === null)
  return {
    continueWith:
      inProgress.find((course) => course.hasAccess && course.continueWith !== null) ?? null,
    inProgress,
    completed: courses
      .filter((course) => course.completedAt !== null)
      .sort((a, b) => (b.completedAt?.getTime() ?? 0) - (a.completedAt?.getTime() ?? 0)),
    programs,
  }
}
