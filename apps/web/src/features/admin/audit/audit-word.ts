/** The translator of `admin.audit`, wherever it came from. */
type Words = { (key: never): string; has(key: never): boolean }

/**
 * What a code of the audit log means, in words: an action such as `order.refund`, or a kind of thing.
 * A code without words is shown as it is, so that the log hides nothing.
 */
export function auditWord(words: Words, kind: 'action' | 'entity', code: string): string {
  const key = `${kind}.${code.replace('.', '-')}` as never
  return words.has(key) ? words(key) : code
}
