import type { Note } from '@archway/api/learning/reads/notes'
import type { Change } from '../outbox/changes'

export type ShownNote = Pick<Note, 'id' | 'body' | 'positionSeconds'>

/**
 * The notes of a lesson as they will be when everything that was done here has reached the server.
 * Doing the same change again changes nothing. Pure.
 */
export function withChanges(
  notes: readonly ShownNote[],
  changes: readonly Change[],
  place: { enrolmentId: string; lessonKey: string },
): ShownNote[] {
  let shown = [...notes]
  for (const change of changes) {
    if (change.name === 'addNote') {
      const { noteId, body, positionSeconds, enrolmentId, lessonKey } = change.input
      const isHere = enrolmentId === place.enrolmentId && lessonKey === place.lessonKey
      const isKnown = shown.some((note) => note.id === noteId)
      if (isHere && !isKnown) shown.push({ id: noteId, body, positionSeconds })
    } else if (change.name === 'updateNote') {
      const { noteId, body } = change.input
      shown = shown.map((note) => (note.id === noteId ? { ...note, body } : note))
    } else if (change.name === 'deleteNote') {
      shown = shown.filter((note) => note.id !== change.input.noteId)
    }
  }
  return shown
}
