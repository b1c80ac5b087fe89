import 'server-only'
import type { Metadata } from 'next'
import { env } from '@/env'
import { messages } from './messages'

/** The complete address of a path on this site. Needs the environment, so never while building. */
export const absoluteUrl = (path: string): string => `${env().appUrl}${path === '/' ? '' : path}`

/**
 * The metadata of a public page: title, description, canonical address and what social sites show.
 * `path` is the page's one address, without a query; `image` a path made by `socialImagePath`.
 */
export function pageMetadata(page: {
  title: string
  description: string
  path: string
  image: string
  type?: 'website' | 'article'
  /** the title stands alone, without the site's name behind it */
  isTitleComplete?: boolean
}): Metadata {
  const { title, description, type = 'website' } = page
  const url = absoluteUrl(page.path)
  const images = [{ url: absoluteUrl(page.image), width: 1200, height: 630, alt: title }]
  return {
    title: page.isTitleComplete ? { absolute: title } : title,
    description,
    alternates: { canonical: url },
    openGraph: { title, description, url, type, siteName: messages.common.brand, images },
    twitter: { card: 'summary_large_image', title, description, images },
  }
}
