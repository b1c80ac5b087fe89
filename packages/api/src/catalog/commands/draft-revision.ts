import type { Tx } from '@archway/db/client'
import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, invalid } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { newIds } from '../../shared/uuid'
import { canEditContent } from '../policy'
import type { seenDraftInput } from '../schema/content'
import { type OfferingHead, requireOffering } from './require-offering'

/**
 * Begins a draft of a course's content: a copy of what is current, or an empty one. When there is a
 * draft already it is the answer, so that two editors work on the same.
 */
export async function createDraftFromCurrent(
  deps: Deps,
  actor: Actor,
  { offeringId }: { offeringId: string },
): Promise<{ revisionId: string; number: number; isNew: boolean }> {
  return await deps.db.$transaction(async (tx) => {
    const offering = await lockCourse(tx, actor, offeringId)
    const existing = await findDraft(tx, offeringId)
    if (existing) return { revisionId: existing.id, number: existing.number, isNew: false }
    const last = await tx.courseRevision.aggregate({
      where: { offeringId },
      _max: { number: true },
    })
    const number = (last._max.number ?? 0) + 1
    const { id } = await tx.courseRevision.create({
      data: { offeringId, number, createdAt: deps.clock.now() },
      select: { id: true },
    })
    if (offering.currentRevisionId !== null) await copyContent(tx, offering.currentRevisionId, id)
    await recordAudit(tx, actor, {
      action: 'course.begin-draft',
      entityType: 'offering',
      entityId: offeringId,
      after: { revision: number },
    })
    return { revisionId: id, number, isNew: true }
  })
}

/**
 * Throws a draft away as it was seen: when somebody has changed, replaced or published it since, nothing
 * is lost and the answer is a conflict. What is published is not touched. Safe to repeat: a draft that is
 * gone is the answer.
 */
export async function discardDraft(
  deps: Deps,
  actor: Actor,
  { offeringId, revisionId, version }: z.output<typeof seenDraftInput>,
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    await lockCourse(tx, actor, offeringId)
    const seen = { offeringId, id: revisionId }
    if ((await tx.courseRevision.count({ where: seen })) === 0) return
    const draft = await requireDraft(tx, offeringId, revisionId)
    if (draft.version !== version) throw conflict('changed-meanwhile')
    await tx.courseRevision.delete({ where: { id: draft.id } })
    await recordAudit(tx, actor, {
      action: 'course.discard-draft',
      entityType: 'offering',
      entityId: offeringId,
      before: { revision: draft.number },
    })
  })
}

/**
 * The course of a content command, locked for the transaction, so that changes of its content come one
 * after the other. Throws when there is none, when it is not one of ours, or when the actor may not.
 */
export async function lockCourse(tx: Tx, actor: Actor, offeringId: string): Promise<OfferingHead> {
  await tx.$queryRaw`select 1 from offerings where id = ${offeringId}::uuid for update`
  const offering = await requireOffering(tx, offeringId)
  enforce(canEditContent(actor, offering))
  if (offering.kind !== 'course' || offering.origin !== 'own') {
    throw invalid('not-a-course', 'offeringId')
  }
  return offering
}

const findDraft = (tx: Tx, offeringId: string) =>
  tx.courseRevision.findFirst({
    where: { offeringId, status: 'draft' },
    select: { id: true, number: true, version: true, outlineVersion: true },
  })

/** What changes with every change of a draft. */
export const nextVersion = { version: { increment: 1 } } as const

/** The draft of a course; a conflict when none was begun, or when it is not the one with `seenId`. */
export async function requireDraft(
  tx: Tx,
  offeringId: string,
  seenId?: string,
): Promise<{ id: string; number: number; version: number; outlineVersion: number }> {
  const draft = await findDraft(tx, offeringId)
  if (!draft) throw conflict('no-draft')
  if (seenId !== undefined && draft.id !== seenId) throw conflict('changed-meanwhile')
  return draft
}

/** Copies modules, lessons and questions of one revision into another, keys and order included. */
async function copyContent(tx: Tx, fromId: string, toId: string): Promise<void> {
  const modules = await tx.courseModule.findMany({
    where: { revisionId: fromId },
    select: {
      key: true,
      position: true,
      title: true,
      summary: true,
      lessons: {
        omit: { id: true, revisionId: true, moduleId: true },
        include: { questions: { include: { options: true } } },
      },
    },
  })
  const moduleIds = newIds(modules.length)
  await tx.courseModule.createMany({
    data: modules.map(({ lessons: _, ...module }, index) => ({
      ...module,
      id: moduleIds[index] ?? '',
      revisionId: toId,
    })),
  })
  const lessons = modules.flatMap((module, index) =>
    module.lessons.map((lesson) => ({ moduleId: moduleIds[index] ?? '', ...lesson })),
  )
  const lessonIds = newIds(lessons.length)
  await tx.lesson.createMany({
    data: lessons.map(({ questions: _, ...lesson }, index) => ({
      ...lesson,
      id: lessonIds[index] ?? '',
      revisionId: toId,
    })),
  })
  const questions = lessons.flatMap((lesson, index) =>
    lesson.questions.map((question) => ({ ...question, lessonId: lessonIds[index] ?? '' })),
  )
  const questionIds = newIds(questions.length)
  await tx.quizQuestion.createMany({
    data: questions.map(({ options: _, ...question }, index) => ({
      ...question,
      id: questionIds[index] ?? '',
    })),
  })
  await tx.quizOption.createMany({
    data: questions.flatMap(({ options }, index) =>
      options.map(({ position, text, isCorrect }) => ({
        questionId: questionIds[index] ?? '',
        position,
        text,
        isCorrect,
      })),
    ),
  })
}
