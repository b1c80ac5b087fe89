/** Tags of what public pages cache: one per noun, so that a change expires exactly its pages. */
export const cacheTags = {
  catalog: 'catalog',
  offering: (id: string) => `offering:${id}`,
  provider: (id: string) => `provider:${id}`,
  bundles: 'bundles',
  guides: 'guides',
  guide: (slug: string) => `guide:${slug}`,
  reviews: (offeringId: string) => `reviews:${offeringId}`,
} as const
