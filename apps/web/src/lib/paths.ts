/** Public addresses, in one place: pages, structured data, the sitemap and social images agree on them. */
const folderOf = {
  course: 'courses',
  program: 'programs',
  certification: 'certifications',
} as const

/** The membership is sold on one page, whatever it is called. */
export const membershipPath = '/membership'

export const offeringPath = ({
  kind,
  slug,
}: {
  kind: keyof typeof folderOf | 'membership'
  slug: string
}) => (kind === 'membership' ? membershipPath : `/${folderOf[kind]}/${slug}`)
export const providerPath = (slug: string) => `/providers/${slug}`
/** What the rules of a certification mean for somebody's own dates. */
export const calculatorPath = (slug: string) => `/certifications/${slug}/calculator`
/** Certifications beside each other. */
export const comparisonPath = (slugs: readonly string[]) =>
  `/certifications/compare?${new URLSearchParams(slugs.map((slug) => ['with', slug]))}`
/** What one holds, of ours and of others, and when it is to be renewed. */
export const walletPath = '/account/wallet'
export const heldPath = (id: string) => `${walletPath}/${id}`
/** The calendar of renewals, for programs: whoever has the token reads it. */
export const renewalFeedPath = (token: string) => `/api/renewals/${token}.ics`
export const bundlePath = (slug: string) => `/bundles/${slug}`
export const guidePath = (slug: string) => `/guides/${slug}`
/** The catalogue narrowed by one facet. */
export const cataloguePath = (facet: 'skill' | 'topic' | 'kind' | 'provider', value: string) =>
  `/catalogue?${facet}=${encodeURIComponent(value)}`

/** Where a stored file that everybody may see is served. */
export const mediaPath = (key: string) =>
  `/media/${key.split('/').map(encodeURIComponent).join('/')}`
/** The picture that other sites show for a page. */
export const socialImagePath = (
  kind: 'page' | 'guide' | 'course' | 'program' | 'certification' | 'provider',
  slug: string,
) => `/og/${kind}/${slug}`
