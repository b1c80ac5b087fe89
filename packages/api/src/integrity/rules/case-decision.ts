/** So many reviewers must agree. */
const AGREEMENT = 2

/**
 * What the reviews of a case decide: two who agree, either way; nothing before. When the first two differ,
 * a third one tips it. Pure.
 */
export function caseDecision(
  verdicts: readonly ('clear' | 'confirm')[],
): 'cleared' | 'confirmed' | null {
  const count = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length
  if (count('confirm') >= AGREEMENT) return 'confirmed'
  return count('clear') >= AGREEMENT ? 'cleared' : null
}
