import type { DbOrTx } from '@archway/db/client'
import type { z } from 'zod'
import type { EditorRevision, revisionHistory } from '../schema/content'

const content = {
  id: true,
  offeringId: true,
  number: true,
  version: true,
  outlineVersion: true,
  status: true,
  changeNote: true,
  createdAt: true,
  publishedAt: true,
  modules: {
    orderBy: { position: 'asc' },
    select: {
      key: true,
      title: true,
      summary: true,
      lessons: {
        orderBy: { position: 'asc' },
        select: {
          key: true,
          version: true,
          kind: true,
          title: true,
          minutes: true,
          isPreview: true,
          isRequired: true,
          bodyHtml: true,
          videoKey: true,
          captionsKey: true,
          posterKey: true,
          videoSeconds: true,
          fileKey: true,
          fileName: true,
          passPercent: true,
          questions: {
            orderBy: { position: 'asc' },
            select: {
              kind: true,
              promptHtml: true,
              explanationHtml: true,
              options: {
                orderBy: { position: 'asc' },
                select: { text: true, isCorrect: true },
              },
            },
          },
        },
      },
    },
  },
} as const

/** The draft of a course with everything in it, right answers too: for those who write it. Null when there is none. */
export async function getDraftRevision(
  db: DbOrTx,
  offeringId: string,
): Promise<EditorRevision | null> {
  const row = await db.courseRevision.findFirst({
    where: { offeringId, status: 'draft' },
    select: content,
  })
  if (row === null) return null
  const { id, ...rest } = row
  return { revisionId: id, ...rest }
}

/** One revision of a course, right answers too: for those who write it. Null when there is none. */
export async function getRevision(
  db: DbOrTx,
  offeringId: string,
  number: number,
): Promise<EditorRevision | null> {
  const row = await db.courseRevision.findUnique({
    where: { offeringId_number: { offeringId, number } },
    select: content,
  })
  if (row === null) return null
  const { id, ...rest } = row
  return { revisionId: id, ...rest }
}

/** The revisions of a course, newest first, with who is on them. */
export async function listRevisions(
  db: DbOrTx,
  offeringId: string,
): Promise<z.infer<typeof revisionHistory>> {
  const rows = await db.courseRevision.findMany({
    where: { offeringId },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      number: true,
      status: true,
      changeNote: true,
      createdAt: true,
      publishedAt: true,
      currentOf: { select: { id: true } },
      _count: { select: { lessons: true, enrolments: true } },
    },
  })
  return rows.map(({ id, currentOf, _count, ...row }) => ({
    revisionId: id,
    ...row,
    isCurrent: currentOf !== null,
    lessons: _count.lessons,
    enrolments: _count.enrolments,
  }))
}
