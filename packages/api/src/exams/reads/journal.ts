import type { ItemAnswer } from '../../bank/schema/answer'
import { sha256 } from '../../shared/hash'

export type JournalContent = {
  attemptId: string
  number: number
  position: number
  revision: number
  answer: ItemAnswer | null
  isFlagged: boolean
  savedAt: Date
}

/** JSON with the keys in order: the same value is the same text, also after a way through the database. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  )
}

/** Whether two answers say the same. */
export const isSameAnswer = (one: ItemAnswer | null, other: ItemAnswer | null): boolean =>
  JSON.stringify(ordered(one)) === JSON.stringify(ordered(other))

/** What the first entry of a journal follows: the sitting itself. */
export const journalStart = (attemptId: string): string => sha256(`attempt ${attemptId}`)

/**
 * The hash of an entry of the journal over its content and the hash before it, so that no entry can be changed,
 * left out or put in without all later ones saying so, the receipt of the candidate among them.
 */
export const journalHash = (previous: string, entry: JournalContent): string =>
  sha256(
    `${previous}\n${JSON.stringify(ordered({ ...entry, savedAt: entry.savedAt.toISOString() }))}`,
  )
