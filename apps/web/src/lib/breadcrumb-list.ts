import 'server-only'
import { absoluteUrl } from './page-metadata'

/** schema.org BreadcrumbList of a page: from the root down, the page itself last. */
export const breadcrumbList = (items: readonly { name: string; path: string }[]) => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: items.map(({ name, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: absoluteUrl(path),
  })),
})
