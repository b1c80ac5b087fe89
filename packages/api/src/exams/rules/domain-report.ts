export type DomainScore = { domain: string; raw: number; maxRaw: number; items: number }
export type DomainStanding = 'needs-work' | 'near' | 'above'

/** With fewer items a domain says too little about somebody. */
export const leastItems = 5
/** How far from the share of points that passes still counts as near it. */
const margin = 0.1

/**
 * How somebody did in each domain, beside the share of points that the whole exam asks for; null where the
 * domain has too few scored items to say. Pure.
 */
export function domainReport(
  scores: readonly DomainScore[],
  { maxRaw, cutRaw }: { maxRaw: number; cutRaw: number },
): { domain: string; standing: DomainStanding | null }[] {
  const asked = cutRaw / maxRaw
  return scores.map(({ domain, raw, maxRaw: most, items }) => {
    if (items < leastItems) return { domain, standing: null }
    const share = raw / most
    const standing =
      share < asked - margin ? 'needs-work' : share > asked + margin ? 'above' : 'near'
    return { domain, standing }
  })
}
