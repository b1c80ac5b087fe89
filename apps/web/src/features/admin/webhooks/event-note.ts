import { type Words, wordOr } from '../word-or'

/** Why nothing came of an event, in words; an error of its work is shown as it is. */
export const eventNote = (words: Words, note: string): string =>
  wordOr(words, `notes.${note.replaceAll('.', '-')}`, note)
