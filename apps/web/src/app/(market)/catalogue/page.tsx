import { parseCatalogQuery, type RawParams } from '@archway/api/catalog/schema/query'
import type { Metadata } from 'next'
import { CatalogueRoute, catalogueMetadata } from '@/app/(market)/catalogue-route'

/** Made for each request from answers that are cached by query; complete without JavaScript. */
export const instant = false

type Props = { searchParams: Promise<RawParams> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return await catalogueMetadata(parseCatalogQuery(await searchParams))
}

export default async function CataloguePage({ searchParams }: Props) {
  return <CatalogueRoute query={parseCatalogQuery(await searchParams)} />
}
