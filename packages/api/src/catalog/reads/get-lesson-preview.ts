import type { DbOrTx } from '@archway/db/client'
import type { LessonPreview } from '../schema/search'
import { isListedKind } from '../schema/vocabulary'

/**
 * A lesson of a published course that anybody may read; null unless it is marked as a preview and is
 * not a quiz, whose questions are for learners only.
 */
export async function getLessonPreview(
  db: DbOrTx,
  offeringSlug: string,
  lessonKey: string,
): Promise<LessonPreview | null> {
  const offering = await db.offering.findFirst({
    where: { slug: offeringSlug, status: 'published', currentRevisionId: { not: null } },
    select: {
      id: true,
      slug: true,
      kind: true,
      title: true,
      currentRevision: {
        select: {
          lessons: {
            where: { key: lessonKey, isPreview: true, kind: { not: 'quiz' } },
            select: {
              id: true,
              key: true,
              kind: true,
              title: true,
              minutes: true,
              bodyHtml: true,
              videoKey: true,
              captionsKey: true,
              posterKey: true,
              videoSeconds: true,
              fileKey: true,
              fileName: true,
              module: { select: { title: true } },
            },
          },
        },
      },
    },
  })
  const found = offering?.currentRevision?.lessons[0]
  if (!offering || !found || !isListedKind(offering.kind)) return null
  const { module, ...lesson } = found
  const { id, slug, kind, title } = offering
  return { ...lesson, moduleTitle: module.title, offering: { id, slug, kind, title } }
}
