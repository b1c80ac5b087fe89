/** What speaks for where a buyer is; null where nothing is known. ISO 3166-1 alpha-2. */
export type CountryEvidence = {
  /** as the buyer said */
  billing: string | null
  /** where the bank that issued the card is */
  card: string | null
  /** where the network address is, as a proxy that the operator trusts says */
  ip: string | null
}

export const evidenceVerdicts = ['agrees', 'contradicts', 'single'] as const
export type EvidenceVerdict = (typeof evidenceVerdicts)[number]

/**
 * Whether two pieces of evidence that do not contradict each other speak for the buyer's country, as
 * Articles 24b (d) and 24f of Implementing Regulation 282/2011 ask for: the billing address, what the bank
 * says, and the network address are three of them. Two that agree are enough, whatever the third says.
 * `contradicts`: none of the others agrees with what the buyer said. `single`: there is no other. Pure.
 */
export function weighEvidence({ billing, card, ip }: CountryEvidence): EvidenceVerdict {
  const others = [card, ip].filter((country) => country !== null)
  if (billing === null || others.length === 0) return 'single'
  return others.includes(billing) ? 'agrees' : 'contradicts'
}
