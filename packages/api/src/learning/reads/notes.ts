import type { DbOrTx } from '@archway/db/client'

export type Note = {
  id: string
  lessonKey: string
  body: string
  /** the point of a video that it is about, seconds */
  positionSeconds: number | null
  createdAt: Date
  updatedAt: Date
}

/** Notes of one enrolment, of one lesson when it is given, oldest first. The caller owns the enrolment. */
export async function listNotes(
  db: DbOrTx,
  where: { enrolmentId: string; lessonKey?: string },
): Promise<Note[]> {
  return await db.lessonNote.findMany({
    where,
    select: {
      id: true,
      lessonKey: true,
      body: true,
      positionSeconds: true,
      createdAt: true,
      updatedAt: true,
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}
