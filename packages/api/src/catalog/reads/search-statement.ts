import { Prisma } from '@archway/db/generated/client'
import { countLevels, type SearchBounds, type SearchSizes } from '../rules/search-sample'
import type { CatalogQuery } from '../schema/query'
import { cardJson } from './offering-cards'
import { countsSql } from './search-counts-sql'
import { facetsJson } from './search-facets-sql'
import { pageSql } from './search-page-sql'
import type { SearchedText } from './searched-text'

/**
 * One page of hits as cards, how many were counted, and the facets, as one row (answer), with the level of the
 * sample that the hits were counted by. Sizes are null in a small catalogue, where everything is counted and sorted.
 */
export function searchStatement(
  query: CatalogQuery,
  text: SearchedText,
  sizes: SearchSizes | null,
  bounds: SearchBounds,
): { sql: Prisma.Sql; level: number } {
  const levels = countLevels(sizes, bounds)
  const sql = Prisma.sql`
    with input as materialized (select ${text.tsquery ?? Prisma.sql`null::tsquery`} as tsq),
    ${countsSql(query, text, levels)},
    ${pageSql(query, text, sizes, bounds)}
    select json_build_object(
      'counted', (select count(*)::int from found),
      'hits', coalesce((select json_agg(${cardJson} order by page.place)
        from page join offerings o on o.id = page.offering_id join providers p on p.id = o.provider_id), '[]'),
      'facets', ${facetsJson(query)}) as answer`
  return { sql, level: levels.hits === 'common' ? levels.common : levels.hits }
}
