import { Prisma } from '@archway/db/generated/client'
import { sampleTerms } from '../rules/search-sample'
import { type CatalogQuery, type FacetKey, facetKeys } from '../schema/query'

/** Choices shown of a long facet, besides the chosen ones. */
const LONG_FACET_CHOICES = 50

/** What is chosen of a facet, as the terms "facet:value" that a search row lists in `facets`. */
export function chosenTerms(query: CatalogQuery, facet: FacetKey): string[] {
  if (facet === 'rating') return query.rating === null ? [] : [`rating:${query.rating}`]
  return query[facet].map((value) => `${facet}:${value}`)
}

/** The facets of which something is chosen. */
export const chosenFacets = (query: CatalogQuery): FacetKey[] =>
  facetKeys.filter((facet) => chosenTerms(query, facet).length > 0)

/** A search row `s` has something that is chosen of a facet: tried on the row, no index answers it. */
export const hasChosen = (query: CatalogQuery, facet: FacetKey): Prisma.Sql =>
  Prisma.sql`s.facets && ${chosenTerms(query, facet)}::text[]`

/** The same, written as the index on words, facets and samples has it. */
const hasIndexed = (terms: readonly string[]): Prisma.Sql =>
  Prisma.sql`(s.facets || sample_term(s.offering_id)) && ${terms}::text[]`

/** Listed and up to a level of the samples. */
export function sampleCondition(level: number): Prisma.Sql {
  const terms = sampleTerms(level)
  return terms === null ? Prisma.sql`s.is_listed` : Prisma.sql`s.is_listed and ${hasIndexed(terms)}`
}

/** Something of each chosen facet, but of `except`, through the index. */
export function indexedFacets(query: CatalogQuery, except?: FacetKey): Prisma.Sql {
  const conditions = chosenFacets(query)
    .filter((facet) => facet !== except)
    .map((facet) => Prisma.sql`and ${hasIndexed(chosenTerms(query, facet))}`)
  return conditions.length === 0 ? Prisma.empty : Prisma.join(conditions, ' ')
}

/**
 * JSON of facet → its choices, the most frequent first, from the CTE `counts` (choice, n) and the
 * choices that were made: those are listed even when they count nothing or are not among the most frequent.
 */
export function facetsJson(query: CatalogQuery): Prisma.Sql {
  const chosen = facetKeys.flatMap((facet) => chosenTerms(query, facet))
  return Prisma.sql`(
    select json_object_agg(facet, choices) from (
      select facet, json_agg(json_build_object('value', value, 'label', label, 'count', count) order by count desc, value) as choices
      from (
        select top.facet, top.value, top.count, case top.facet
            when 'topic' then (select t.name from topics t where t.slug = top.value)
            when 'skill' then (select k.name::text from skills k where k.slug = top.value)
            when 'provider' then (select p.name from providers p where p.slug = top.value) end as label
        from (
          select split_part(choice, ':', 1) as facet, substr(choice, strpos(choice, ':') + 1) as value,
            choice, max(n)::int as count,
            row_number() over (partition by split_part(choice, ':', 1) order by max(n) desc, choice) as place
          from (select choice, n from counts union all select unnest(${chosen}::text[]), 0) every_choice
          group by choice) top
        where top.place <= ${LONG_FACET_CHOICES} or top.choice = any (${chosen}::text[])) named
      group by facet) facets)`
}
