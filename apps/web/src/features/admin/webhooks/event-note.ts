/** The translator of `adminOperations.webhooks`, wherever it came from. */
type Words = { (key: never): string; has(key: never): boolean }

/** Why nothing came of an event, in words; an error of its work is shown as it is. */
export function eventNote(words: Words, note: string): string {
  const key = `notes.${note}` as never
  return /^[a-z-]+$/.test(note) && words.has(key) ? words(key) : note
}
