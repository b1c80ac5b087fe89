import type { Tx } from '@archway/db/client'
import type { z } from 'zod'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, invalid, notFound } from '../../shared/errors'
import { sha256 } from '../../shared/hash'
import { sanitiseHtml } from '../../shared/html'
import { newIds } from '../../shared/uuid'
import type { saveLessonInput, saveQuizInput } from '../schema/content'
import type { LessonKind } from '../schema/vocabulary'
import { lockCourse, nextVersion, requireDraft } from './draft-revision'

/**
 * Saves the content of one lesson of a draft: text (sanitised), and the video or file that its kind
 * allows. Files must have been uploaded. `version` is the one that the editor saw: when somebody else
 * has changed the lesson since, nothing is changed and the answer is a conflict. Safe to repeat.
 */
export async function saveLesson(
  deps: Deps,
  actor: Actor,
  input: z.output<typeof saveLessonInput>,
): Promise<{ version: number }> {
  return await deps.db.$transaction(async (tx) => {
    await lockCourse(tx, actor, input.offeringId)
    const { id, kind, version } = await requireLesson(tx, input)
    const content = contentOf(kind, input)
    const stored = await tx.lesson.findUniqueOrThrow({ where: { id }, select: contentFields })
    if (isSame(stored, content)) return { version }
    if (version !== input.version) throw conflict('changed-meanwhile')
    await requireUploaded(tx, content)
    const saved = await tx.lesson.update({
      where: { id },
      data: { ...content, ...nextVersion, revision: { update: nextVersion } },
      select: { version: true },
    })
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
    return saved
  })
}

const contentFields = {
  bodyHtml: true,
  videoKey: true,
  captionsKey: true,
  posterKey: true,
  videoSeconds: true,
  fileKey: true,
  fileName: true,
} as const

/** Whether the database holds this already; both name their fields in the same order. */
const isSame = (stored: unknown, wanted: unknown): boolean =>
  JSON.stringify(stored) === JSON.stringify(wanted)

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
 * options and never leave the server before a learner has submitted. `version` counts as for
 * `saveLesson`. Safe to repeat.
 */
export async function saveQuiz(
  deps: Deps,
  actor: Actor,
  input: z.output<typeof saveQuizInput>,
): Promise<{ version: number }> {
  return await deps.db.$transaction(async (tx) => {
    await lockCourse(tx, actor, input.offeringId)
    const lesson = await requireLesson(tx, input)
    if (lesson.kind !== 'quiz') throw invalid('not-a-quiz', 'lessonKey')
    const questions = questionsOf(input)
    const stored = await tx.lesson.findUniqueOrThrow({
      where: { id: lesson.id },
      select: quizFields,
    })
    if (isSame(stored, { passPercent: input.passPercent, questions })) {
      return { version: lesson.version }
    }
    if (lesson.version !== input.version) throw conflict('changed-meanwhile')
    const saved = await tx.lesson.update({
      where: { id: lesson.id },
      data: {
        passPercent: input.passPercent,
        ...nextVersion,
        revision: { update: nextVersion },
      },
      select: { version: true },
    })
    await tx.quizQuestion.deleteMany({ where: { lessonId: lesson.id } })
    const ids = newIds(questions.length)
    await tx.quizQuestion.createMany({
      data: questions.map(({ options: _, ...question }, position) => ({
        id: ids[position] ?? '',
        lessonId: lesson.id,
        position,
        ...question,
      })),
    })
    await tx.quizOption.createMany({
      data: questions.flatMap(({ options }, index) =>
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
        questions: questions.length,
      },
    })
    return saved
  })
}

const quizFields = {
  passPercent: true,
  questions: {
    orderBy: { position: 'asc' },
    select: {
      kind: true,
      promptHtml: true,
      explanationHtml: true,
      options: { orderBy: { position: 'asc' }, select: { text: true, isCorrect: true } },
    },
  },
} as const

/** The questions as they are stored: cleaned, with their fields in the order of `quizFields`. */
const questionsOf = ({ questions }: z.output<typeof saveQuizInput>) =>
  questions.map(({ kind, promptHtml, explanationHtml, options }) => ({
    kind,
    promptHtml: sanitiseHtml(promptHtml),
    explanationHtml: sanitiseHtml(explanationHtml),
    options: options.map(({ text, isCorrect }) => ({ text, isCorrect })),
  }))

async function requireLesson(
  tx: Tx,
  input: { offeringId: string; revisionId: string; lessonKey: string },
) {
  const draft = await requireDraft(tx, input.offeringId, input.revisionId)
  const lesson = await tx.lesson.findUnique({
    where: { revisionId_key: { revisionId: draft.id, key: input.lessonKey } },
    select: { id: true, kind: true, version: true },
  })
  if (lesson === null) throw notFound('lesson')
  return lesson
}
