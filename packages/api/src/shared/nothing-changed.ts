/** Undoes a transaction that would change nothing. Never leaves `unlessNothingChanged`. */
class NothingChanged extends Error {}

/** The same for equal data in the same order of fields: big integers, decimals and dates included. */
const asText = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? `${v}n` : v))

/** Whether two answers of one `select` say the same. */
export const isSameData = (before: unknown, after: unknown): boolean =>
  asText(before) === asText(after)

/**
 * Called in a transaction that has written: undoes all of it, the next version and the time of the change
 * included, when what is stored now is what was stored before. Both are read by one `select`.
 */
export function requireChange(before: unknown, after: unknown): void {
  if (isSameData(before, after)) throw new NothingChanged()
}

/** What a change answers, or null when it changed nothing and has undone itself (`requireChange`). */
export async function unlessNothingChanged<Result>(
  change: Promise<Result>,
): Promise<Result | null> {
  try {
    return await change
  } catch (error) {
    if (error instanceof NothingChanged) return null
    throw error
  }
}
