import { Prisma } from '@archway/db/generated/client'
import { type CountLevels, fullSample, shareOf } from '../rules/search-sample'
import { type CatalogQuery, type FacetKey, facetKeys } from '../schema/query'
import { chosenFacets, hasChosen, indexedFacets, sampleCondition } from './search-facets-sql'
import type { SearchedText } from './searched-text'

/** Each facet's bit in `missed`, the set of chosen facets of which a row has nothing that is chosen. */
const bitOf = (facet: FacetKey): number => 1 << facetKeys.indexOf(facet)

const typed = (facet: FacetKey) => `${facet}:%`

/** How many rows of the whole a count over a sample stands for: two figures that count (rules/search-sample). */
function rowsOf(level: number): Prisma.Sql {
  if (level >= fullSample) return Prisma.sql`count(*)`
  const rows = Prisma.sql`count(*) * ${1 / shareOf(level)}::int`
  // the logarithm of a numeric is a hundred times as slow as that of a double
  return Prisma.sql`round((${rows})::numeric, 1 - floor(log((${rows})::float8))::int)`
}

/**
 * The CTEs `looked_at` (facets, missed), `found` (facets) with one row for each hit that is counted, and
 * `counts` (choice, n). A hit counts in every facet. A row that misses exactly one chosen facet counts in that
 * one, because choosing a second value there would let it in. All sets are counted in one pass over a common
 * sample, but for those that have so few rows in it that they are read by themselves.
 */
export function countsSql(
  query: CatalogQuery,
  text: SearchedText,
  levels: CountLevels,
): Prisma.Sql {
  const facets = chosenFacets(query)
  const shared = facets.filter((facet) => levels.near(facet) === 'common')
  const missed = Prisma.join(
    [
      Prisma.sql`0`,
      ...facets.map(
        (facet) =>
          Prisma.sql`case when ${hasChosen(query, facet)} then 0 else ${bitOf(facet)}::int end`,
      ),
    ],
    ' + ',
  )
  const hits = levels.hits
  const found =
    hits === 'common'
      ? Prisma.sql`select facets from looked_at where missed = 0`
      : Prisma.sql`select s.facets from offering_search s
          where ${sampleCondition(hits)} ${indexedFacets(query)} ${text.condition}`
  const nearCounts = shared.map(
    (facet) => Prisma.sql`when ${bitOf(facet)}::int then choice like ${typed(facet)}`,
  )
  const ownCounts = facets.flatMap((facet) => {
    const level = levels.near(facet)
    if (level === 'common') return []
    return Prisma.sql`
      select choice, ${rowsOf(level)} from offering_search s, unnest(s.facets) as choice
      where ${sampleCondition(level)} ${indexedFacets(query, facet)} ${text.condition}
        and choice like ${typed(facet)}
      group by choice`
  })
  const everyCount = [
    Prisma.sql`
      select choice, ${rowsOf(hits === 'common' ? levels.common : hits)} as n
      from found, unnest(facets) as choice group by choice`,
    ...(shared.length === 0
      ? []
      : [
          Prisma.sql`
            select choice, ${rowsOf(levels.common)} from looked_at, unnest(facets) as choice
            where case missed when 0 then choice like any (${shared.map(typed)}::text[])
              ${Prisma.join(nearCounts, ' ')} end
            group by choice`,
        ]),
    ...ownCounts,
  ]
  return Prisma.sql`
    looked_at as materialized (
      select s.facets, m.missed from offering_search s
      -- "offset 0" keeps the planner from working the expression out again at every use
      cross join lateral (select ${missed} as missed offset 0) m
      where ${sampleCondition(levels.common)} ${text.condition}
        and m.missed = any (${[0, ...shared.map(bitOf)]}::int[])),
    found as materialized (${found}),
    counts as (
      select choice, max(n) as n from (${Prisma.join(everyCount, ' union all ')}) every_count
      group by choice)`
}
