import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, notFound } from '../../shared/errors'
import type { AddNoteInput } from '../schema'
import { lockPlace, patience, requireLesson } from './place'

/** Notes that one place in a course may hold. */
export const maxNotes = 1000

/**
 * Adds a note to a lesson. Its id comes from the browser: sent again it is the same note, as it was
 * first written. Throws `not_found` for an unknown lesson or somebody else's enrolment, `forbidden`
 * without access, `conflict` for an id that is another note's, `precondition` beyond 1,000 notes.
 */
export async function addNote(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  actor: Member,
  input: AddNoteInput,
): Promise<void> {
  const now = clock.now()
  await db.$transaction(async (tx) => {
    const place = await lockPlace(tx, actor, input.enrolmentId, now)
    const lesson = await requireLesson(tx, place, input.lessonKey)
    const known = await tx.lessonNote.findUnique({
      where: { id: input.noteId },
      select: { enrolmentId: true, lessonKey: true },
    })
    if (known) {
      const isSame = known.enrolmentId === place.enrolmentId && known.lessonKey === lesson.key
      if (!isSame) throw conflict('request-reused')
      return
    }
    const count = await tx.lessonNote.count({ where: { enrolmentId: place.enrolmentId } })
    if (count >= maxNotes) {
      throw new DomainError('precondition', 'too-many-notes', { count: maxNotes })
    }
    await tx.lessonNote.create({
      data: {
        id: input.noteId,
        enrolmentId: place.enrolmentId,
        lessonKey: lesson.key,
        body: input.body,
        positionSeconds: input.positionSeconds === null ? null : Math.floor(input.positionSeconds),
        createdAt: now,
      },
    })
  }, patience)
}

/**
 * Changes the text of one's own note; what is saved last stands. One's notes stay one's own without
 * access to the course. Throws `not_found` for an unknown note as for somebody else's.
 */
export async function updateNote(
  { db }: Pick<Deps, 'db'>,
  actor: Member,
  input: { noteId: string; body: string },
): Promise<void> {
  const { count } = await db.lessonNote.updateMany({
    where: { id: input.noteId, enrolment: { userId: actor.userId } },
    data: { body: input.body },
  })
  if (count === 0) throw notFound('note')
}

/** Deletes one's own note. Safe to repeat; a note of somebody else is left alone. */
export async function deleteNote(
  { db }: Pick<Deps, 'db'>,
  actor: Member,
  input: { noteId: string },
): Promise<void> {
  await db.lessonNote.deleteMany({
    where: { id: input.noteId, enrolment: { userId: actor.userId } },
  })
}
