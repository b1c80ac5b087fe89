/** A moment as evidence states it, to the minute, in UTC. */
export const moment = (at: Date): string =>
  `${at.toISOString().slice(0, 10)} ${at.toISOString().slice(11, 16)} UTC`

export const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`

/** The text, or as many of its first lines as a field takes and how many were left out. */
export function within(text: string, limit: number): string {
  if (text.length <= limit) return text
  const lines = text.split('\n')
  const kept: string[] = []
  let length = 0
  // Room for the sentence at the end.
  for (const line of lines) {
    if (length + line.length + 1 > limit - 60) break
    kept.push(line)
    length += line.length + 1
  }
  if (kept.length === 0) return text.slice(0, limit)
  return [...kept, `(${lines.length - kept.length} further lines left out)`].join('\n')
}
