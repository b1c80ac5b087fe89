import type { Db } from '@archway/db/client'
import { hasAccess } from '../../enrolments/reads/access'
import type { Actor } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { can } from '../../shared/permissions'
import { enforce } from '../../shared/policy-result'
import { canOpenLesson } from '../policy'

/** The files that a lesson may have. */
export const lessonParts = ['video', 'captions', 'poster', 'file'] as const
export type LessonPart = (typeof lessonParts)[number]

export type LessonMedia = {
  /** where it lies in the file store; never leaves the server */
  key: string
  fileName: string
  contentType: string
  sizeBytes: number
  /** hexadecimal; the same bytes have the same one */
  sha256: string
}

/**
 * A file of a lesson, for those who may open the lesson: people with access, everybody for a preview
 * of a published offering, and staff who look after offerings (drafts as well). Throws `not_found`
 * for an unknown lesson or a part that it does not have, `forbidden` without access.
 */
export async function requireLessonMedia(
  db: Db,
  actor: Actor,
  input: { lessonId: string; part: LessonPart },
  now: Date,
): Promise<LessonMedia> {
  const lesson = await db.lesson.findUnique({
    where: { id: input.lessonId },
    select: {
      isPreview: true,
      videoKey: true,
      captionsKey: true,
      posterKey: true,
      fileKey: true,
      fileName: true,
      revision: { select: { status: true, offering: { select: { id: true, status: true } } } },
    },
  })
  if (!lesson) throw notFound('lesson')
  const { offering, status } = lesson.revision
  if (!can(actor, 'offering.read')) {
    if (status !== 'published') throw notFound('lesson')
    enforce(
      canOpenLesson({
        hasAccess: actor.type === 'member' && (await hasAccess(db, actor.userId, offering.id, now)),
        isPreview: lesson.isPreview && offering.status === 'published',
      }),
    )
  }
  const key = {
    video: lesson.videoKey,
    captions: lesson.captionsKey,
    poster: lesson.posterKey,
    file: lesson.fileKey,
  }[input.part]
  const media = key
    ? await db.media.findUnique({
        where: { key },
        select: { key: true, fileName: true, contentType: true, sizeBytes: true, sha256: true },
      })
    : null
  if (!media) throw notFound('file')
  return input.part === 'file' && lesson.fileName ? { ...media, fileName: lesson.fileName } : media
}
