import 'server-only'
import { type CatalogQuery, serialiseCatalogQuery } from '@archway/api/catalog/schema/query'
import { loadCatalogue } from '../loaders'
import { queriesWithLess, type WayOut } from './no-results'

/** Which parts of a query that found nothing keep it from finding something, most hits first. */
export async function loadWaysOut(query: CatalogQuery): Promise<WayOut[]> {
  const parts = queriesWithLess(query)
  if (parts.length < 2) return []
  const ways = await Promise.all(
    parts.map(async (part) => ({
      ...part,
      total: (await loadCatalogue(serialiseCatalogQuery(part.query))).total,
    })),
  )
  return ways.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total)
}
