import { Prisma } from '@archway/db/generated/client'
import { offsetOf } from '../../shared/pagination'
import type { SearchBounds, SearchSizes } from '../rules/search-sample'
import { type CatalogQuery, catalogPageSize } from '../schema/query'
import { chosenFacets, hasChosen, indexedFacets } from './search-facets-sql'
import { isOpen, listOrder, relevance } from './search-order-sql'
import type { SearchedText } from './searched-text'

/** "and …", tried on rows. The planner takes half of them to meet it, so a list is read in its order. */
const onRows = (conditions: readonly Prisma.Sql[]): Prisma.Sql =>
  conditions.length === 0
    ? Prisma.empty
    : Prisma.sql`and case when ${Prisma.join([...conditions], ' and ')} then true else false end`

const pageOf = (rows: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`page as (select offering_id, row_number() over () as place from (${rows}) ordered)`

/**
 * The CTE `page` (offering_id, place), with those it is made from. A list that is long is read in the order
 * of its index; what can no longer be begun, which comes last, is then not reached. By relevance, the most
 * popular hits are ranked closely, those with the words in the title before all others; with no more hits
 * than that it is all of them. What follows comes by popularity.
 */
export function pageSql(
  query: CatalogQuery,
  text: SearchedText,
  sizes: SearchSizes | null,
  bounds: SearchBounds,
): Prisma.Sql {
  const offset = offsetOf({ page: query.page, pageSize: catalogPageSize })
  const isLong = sizes !== null && sizes.hits > bounds.sortedHits
  const facets = chosenFacets(query).map((facet) => hasChosen(query, facet))
  const textOnRow = text.tsquery ? [Prisma.sql`(true ${text.condition})`] : []
  const hits = isLong
    ? Prisma.sql`s.is_listed ${onRows([...facets, ...textOnRow])}`
    : sizes === null
      ? Prisma.sql`s.is_listed ${onRows(facets)} ${text.condition}`
      : Prisma.sql`s.is_listed ${indexedFacets(query)} ${text.condition}`
  const open = isLong ? Prisma.sql`and ${isOpen}` : Prisma.empty
  const sort = query.sort === 'relevance' && !text.tsquery ? 'popular' : query.sort
  if (sort !== 'relevance') {
    return pageOf(Prisma.sql`
      select s.offering_id from offering_search s
      where ${hits} ${sort === 'popular' ? open : Prisma.empty}
      order by ${listOrder(sort, { withoutPast: isLong })} limit ${catalogPageSize} offset ${offset}`)
  }
  const byPopularity = listOrder('popular', { withoutPast: isLong })
  const inTitle = Prisma.sql`s.title_document @@ (select tsq from input)`
  const areTitlesMany = sizes !== null && sizes.titles > bounds.sortedHits
  const titled = areTitlesMany
    ? Prisma.sql`s.is_listed ${onRows([inTitle, ...facets, ...textOnRow])}`
    : Prisma.sql`s.is_listed and ${inTitle} ${onRows([...facets, ...textOnRow])}`
  const ranked = Prisma.sql`
    titled as materialized (
      select s.offering_id from offering_search s where ${titled} ${open}
      order by ${byPopularity} limit ${bounds.rankedHits}),
    others as materialized (
      select s.offering_id from offering_search s
      where ${hits} ${open} and s.offering_id not in (select offering_id from titled)
      order by ${byPopularity}
      limit ${bounds.rankedHits} - (select count(*) from titled)),
    ranked as materialized (select offering_id from titled union all select offering_id from others),`
  if (offset < bounds.rankedHits) {
    return Prisma.sql`${ranked} ${pageOf(Prisma.sql`
      select s.offering_id from ranked join offering_search s using (offering_id)
      order by ${relevance(text.q, text.mode)} desc, s.offering_id
      limit ${catalogPageSize} offset ${offset}`)}`
  }
  return Prisma.sql`${ranked} ${pageOf(Prisma.sql`
    select s.offering_id from offering_search s
    where ${hits} ${open} and s.offering_id not in (select offering_id from ranked)
    order by ${byPopularity} limit ${catalogPageSize} offset ${offset - bounds.rankedHits}`)}`
}
