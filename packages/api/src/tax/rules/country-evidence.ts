/** What speaks for where a buyer is; null where nothing is known. ISO 3166-1 alpha-2. */
export type CountryEvidence = {
  /** as the buyer said */
  billing: string | null
  /** where the bank that issued the card is */
  card: string | null
}

/**
 * Whether two pieces of evidence that do not contradict each other speak for the buyer's country, as
 * Articles 24b and 24f of Implementing Regulation 282/2011 ask for (billing address and card are two of
 * them). `single`: less than two are known. Pure.
 */
export function weighEvidence({
  billing,
  card,
}: CountryEvidence): 'agrees' | 'contradicts' | 'single' {
  if (billing === null || card === null) return 'single'
  return billing === card ? 'agrees' : 'contradicts'
}
