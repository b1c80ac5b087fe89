import type { PublicBundle } from '@archway/api/bundles/reads/public-bundles'

/** What is shown first: in dollars, since most of the catalogue states them, else the first by name. */
export function inOrder(offers: PublicBundle['offers']): PublicBundle['offers'] {
  return [...offers].sort(
    (a, b) =>
      Number(b.currency === 'USD') - Number(a.currency === 'USD') ||
      a.currency.localeCompare(b.currency),
  )
}

/** Each provider once, in the order of the parts. */
export const providersOf = ({ offerings }: PublicBundle): string[] => [
  ...new Set(offerings.map(({ provider }) => provider.name)),
]
