import type { Tx } from '@archway/db/client'
import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { invalid, notFound } from '../../shared/errors'
import { sha256 } from '../../shared/hash'
import { sanitiseHtml } from '../../shared/html'
import { newIds } from '../../shared/uuid'
import type { saveLessonInput, saveQuizInput } from '../schema/content'
import type { LessonKind } from '../schema/vocabulary'
import { lockCourse, requireDraft } from './draft-revision'

/**
 * Saves the content of one lesson of a draft: text (sanitised), and the video or file that its kind
 * allows. Files must have been uploaded. Safe to repeat.
 */
export async function saveLesson(
  deps: Deps,
  actor: Actor,
  input: z.output<typeof saveLessonInput>,
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    await lockCourse(tx, actor, input.offeringId)
    const lesson = await requireLesson(tx, input.offeringId, input.lessonKey)
    const content = contentOf(lesson.kind, input)
    await requireUploaded(tx, content)
    await tx.lesson.update({ where: { id: lesson.id }, data: content })
    await recordAudit(tx, actor, {
      action: 'course.save-lesson',
      entityType: 'offering',
      entityId: input.offeringId,
      after: {
        lesson: input.lessonKey,
        ...content,
        // The text itself is in the revision; the log keeps which text it was.
        bodyHtml: sha256(content.bodyHtml),
      },
    })
  })
}

function contentOf(kind: LessonKind, input: z.output<typeof saveLessonInput>) {
  const isVideo = kind === 'video'
  const isFile = kind === 'file'
  return {
    bodyHtml: sanitiseHtml(input.bodyHtml),
    videoKey: isVideo ? input.videoKey : null,
    captionsKey: isVideo ? input.captionsKey : null,
    posterKey: isVideo ? input.posterKey : null,
    videoSeconds: isVideo ? input.videoSeconds : null,
    fileKey: isFile ? input.fileKey : null,
    fileName: isFile ? input.fileName : null,
  }
}

async function requireUploaded(tx: Tx, content: ReturnType<typeof contentOf>): Promise<void> {
  for (const field of ['videoKey', 'captionsKey', 'posterKey', 'fileKey'] as const) {
    const key = content[field]
    if (key === null) continue
    const media = await tx.media.findUnique({ where: { key }, select: { id: true } })
    if (media === null) throw invalid('unknown-file', field)
  }
}

/**
 * Makes the questions of a quiz of a draft exactly the given ones. Right answers are stored with the
 * options and never leave the server before a learner has submitted. Safe to repeat.
 */
export async function saveQuiz(
  deps: Deps,
  actor: Actor,
  input: z.output<typeof saveQuizInput>,
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    await lockCourse(tx, actor, input.offeringId)
    const lesson = await requireLesson(tx, input.offeringId, input.lessonKey)
    if (lesson.kind !== 'quiz') throw invalid('not-a-quiz', 'lessonKey')
    await tx.lesson.update({
      where: { id: lesson.id },
      data: { passPercent: input.passPercent },
    })
    await tx.quizQuestion.deleteMany({ where: { lessonId: lesson.id } })
    const ids = newIds(input.questions.length)
    await tx.quizQuestion.createMany({
      data: input.questions.map((question, position) => ({
        id: ids[position] ?? '',
        lessonId: lesson.id,
        position,
        kind: question.kind,
        promptHtml: sanitiseHtml(question.promptHtml),
        explanationHtml: sanitiseHtml(question.explanationHtml),
      })),
    })
    await tx.quizOption.createMany({
      data: input.questions.flatMap(({ options }, index) =>
        options.map((option, position) => ({ questionId: ids[index] ?? '', position, ...option })),
      ),
    })
    await recordAudit(tx, actor, {
      action: 'course.save-quiz',
      entityType: 'offering',
      entityId: input.offeringId,
      after: {
        lesson: input.lessonKey,
        passPercent: input.passPercent,
        questions: input.questions.length,
      },
    })
  })
}

async function requireLesson(tx: Tx, offeringId: string, key: string) {
  const draft = await requireDraft(tx, offeringId)
  const lesson = await tx.lesson.findUnique({
    where: { revisionId_key: { revisionId: draft.id, key } },
    select: { id: true, kind: true },
  })
  if (lesson === null) throw notFound('lesson')
  return lesson
}
