import type { DbOrTx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import { fullSample, type SearchBounds, type SearchSizes, shareOf } from '../rules/search-sample'
import type { CatalogQuery, FacetKey } from '../schema/query'
import { chosenFacets, hasChosen } from './search-facets-sql'
import type { SearchedText } from './searched-text'

type Row = { sampled: number | null; matches: number; hits: number; titles: number } & Partial<
  Record<`near_${FacetKey}`, number>
>

/**
 * Estimates from a small sample of the catalogue; null for a small catalogue, which need not be asked. How
 * large the catalogue is, PostgreSQL knows roughly by itself.
 */
export async function getSearchSizes(
  db: DbOrTx,
  query: CatalogQuery,
  text: SearchedText,
  bounds: SearchBounds,
): Promise<SearchSizes | null> {
  const [row] = await db.$queryRaw<Row[]>(sizesStatement(query, text, bounds))
  if (!row || row.sampled === null) return null
  const share = shareOf(row.sampled)
  return {
    matches: row.matches / share,
    hits: row.hits / share,
    titles: row.titles / share,
    near: new Map(chosenFacets(query).map((facet) => [facet, (row[`near_${facet}`] ?? 0) / share])),
  }
}

/** The statement behind it; exported so that tests can read its plan. */
export function sizesStatement(
  query: CatalogQuery,
  text: SearchedText,
  bounds: SearchBounds,
): Prisma.Sql {
  const facets = chosenFacets(query)
  const every = (wanted: readonly FacetKey[]) =>
    Prisma.join([Prisma.sql`true`, ...wanted.map((facet) => hasChosen(query, facet))], ' and ')
  const near = facets.map((facet) => {
    const others = facets.filter((other) => other !== facet)
    return Prisma.sql`,
      (count(*) filter (where ${every(others)}))::int as ${Prisma.raw(`near_${facet}`)}`
  })
  return Prisma.sql`
    with input as materialized (select ${text.tsquery ?? Prisma.sql`null::tsquery`} as tsq),
    sample as materialized (
      select case when reltuples > ${bounds.smallCatalogue} then
        greatest(0, floor(${fullSample} + log(2, (${bounds.probedRows} / reltuples)::numeric)))::int end as level
      from pg_class where oid = 'offering_search'::regclass)
    select (select level from sample) as sampled, count(*)::int as matches,
      (count(*) filter (where ${every(facets)}))::int as hits,
      (count(*) filter (where ${every(facets)} and s.title_document @@ (select tsq from input)))::int as titles
      ${near.length === 0 ? Prisma.empty : Prisma.join(near, '')}
    from offering_search s
    where (select level from sample) is not null and s.is_listed ${text.condition}
      and (s.facets || sample_term(s.offering_id))
        && array(select 'sample:' || at from generate_series(0, (select level from sample)) at)`
}
