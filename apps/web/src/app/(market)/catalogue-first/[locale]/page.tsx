import { emptyCatalogQuery } from '@archway/api/catalog/schema/query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CatalogueRoute, catalogueMetadata } from '@/app/(market)/catalogue-route'
import { buildParam } from '@/lib/build-param'

export const ensureStatic = 'navigation'
export const generateStaticParams = () => [{ locale: buildParam }]

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if ((await params).locale === buildParam) return {}
  return await catalogueMetadata(emptyCatalogQuery)
}

/**
 * The catalogue before anything is asked, at /catalogue without a query (see the rewrites in
 * next.config.ts): the page that most people and every crawler begin with, kept whole.
 */
export default async function FirstCataloguePage({ params }: Props) {
  if ((await params).locale === buildParam) notFound()
  return <CatalogueRoute query={emptyCatalogQuery} />
}
