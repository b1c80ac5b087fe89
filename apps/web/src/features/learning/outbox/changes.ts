import type {
  AddNoteInput,
  LessonInput,
  SubmitQuizInput,
  VideoPositionsInput,
} from '@archway/api/learning/schema'

/** What a learner does in the player that has to reach the server, sooner or later. */
export type ChangeInputs = {
  completeLesson: LessonInput
  saveVideoPositions: VideoPositionsInput
  submitQuiz: SubmitQuizInput
  addNote: AddNoteInput
  updateNote: { noteId: string; body: string }
  deleteNote: { noteId: string }
}
export type ChangeName = keyof ChangeInputs

/** A change that waits to be sent. Every procedure behind it is safe to repeat. */
export type Change = {
  [Name in ChangeName]: { id: string; name: Name; input: ChangeInputs[Name]; attempts: number }
}[ChangeName]

/** How long to wait before the next try after so many failed ones, in milliseconds. Pure. */
export const backoffMs = (attempts: number): number => Math.min(60_000, 1000 * 2 ** attempts)

/**
 * What an answer means for a change: it is saved; it is to be tried again later; the person has to
 * sign in first; or the server will never take it. `null` is no answer at all. Pure.
 */
export function outcomeOf(status: number | null): 'sent' | 'later' | 'signed-out' | 'refused' {
  if (status === null) return 'later'
  if (status >= 200 && status < 300) return 'sent'
  if (status === 401) return 'signed-out'
  if (status === 408 || status === 425 || status === 429 || status >= 500) return 'later'
  return 'refused'
}

/** Positions that one request may carry (the limit of the procedure). */
const maxPositions = 50

/** Puts a change behind the others; video positions of one course travel together. Pure. */
export function enqueue(queue: readonly Change[], change: Change): Change[] {
  const last = queue.at(-1)
  if (
    change.name === 'saveVideoPositions' &&
    last?.name === 'saveVideoPositions' &&
    last.attempts === 0 &&
    last.input.enrolmentId === change.input.enrolmentId
  ) {
    const [position] = change.input.positions
    const others = last.input.positions.filter((known) => known.lessonKey !== position?.lessonKey)
    const same = last.input.positions.find((known) => known.lessonKey === position?.lessonKey)
    if (position && others.length < maxPositions) {
      const merged = {
        ...position,
        watchedSeconds: Math.max(position.watchedSeconds, same?.watchedSeconds ?? 0),
      }
      const input = { ...last.input, positions: [...others, merged] }
      return [...queue.slice(0, -1), { ...last, input }]
    }
  }
  return [...queue, change]
}

/** The queue as it was stored; what is not a queue is none. */
export function parseQueue(stored: string | null): Change[] {
  if (!stored) return []
  try {
    const value: unknown = JSON.parse(stored)
    return Array.isArray(value) ? (value as Change[]) : []
  } catch {
    return []
  }
}
