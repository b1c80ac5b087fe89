import { Prisma } from '@archway/db/generated/client'
import { type CatalogQuery, type FacetKey, facetKeys } from '../schema/query'
import { priceRanges } from '../schema/vocabulary'

/** Choices shown of a long facet, besides the chosen ones. */
const LONG_FACET_CHOICES = 50

const priceCondition = (choice: CatalogQuery['price'][number]): Prisma.Sql => {
  if (choice === 'free' || choice === 'paid') return Prisma.sql`s.price_class = ${choice}`
  const range = priceRanges.find(({ key }) => key === choice) ?? priceRanges[0]
  const above = Prisma.sql`s.price_usd_minor >= ${range.fromMinor}`
  return range.toMinor === null
    ? above
    : Prisma.sql`(${above} and s.price_usd_minor < ${range.toMinor})`
}

/** The condition of one facet on a search row `s`; null when nothing of it is chosen. */
export function facetCondition(query: CatalogQuery, facet: FacetKey): Prisma.Sql | null {
  if (facet === 'rating') {
    return query.rating === null
      ? null
      : Prisma.sql`coalesce(s.rating_centi >= ${query.rating}, false)`
  }
  const chosen: string[] = query[facet]
  if (chosen.length === 0) return null
  switch (facet) {
    case 'kind':
      return Prisma.sql`s.kind = any (${chosen}::offering_kind[])`
    case 'level':
      return Prisma.sql`s.level = any (${chosen}::offering_level[])`
    case 'duration':
      return Prisma.sql`coalesce(s.duration_bucket = any (${chosen}::duration_bucket[]), false)`
    case 'provider':
      return Prisma.sql`s.provider_slug = any (${chosen}::text[])`
    case 'topic':
      return Prisma.sql`s.topics && ${chosen}::text[]`
    case 'skill':
      return Prisma.sql`s.skills && ${chosen}::text[]`
    case 'language':
      return Prisma.sql`s.languages && ${chosen}::text[]`
    case 'price':
      return Prisma.sql`coalesce(${Prisma.join(query.price.map(priceCondition), ' or ')}, false)`
  }
}

/** Each facet's bit in `missed`, the set of chosen facets whose condition a row does not meet. */
const bitOf = (facet: FacetKey): number => 1 << facetKeys.indexOf(facet)

/**
 * `missed` of a search row, and the condition for being of use at all. A row that misses nothing is a
 * hit; one that misses exactly one facet still counts in that facet, because choosing a second value
 * there would let it in. Others need not be looked at again.
 */
export function missedFacets(query: CatalogQuery): { mask: Prisma.Sql; isOfUse: Prisma.Sql } {
  const parts = facetKeys.flatMap((facet) => {
    const condition = facetCondition(query, facet)
    return condition === null
      ? []
      : [Prisma.sql`case when ${condition} then 0 else ${bitOf(facet)}::int end`]
  })
  if (parts.length === 0) return { mask: Prisma.sql`0`, isOfUse: Prisma.sql`true` }
  const mask = Prisma.sql`(${Prisma.join(parts, ' + ')})`
  return { mask, isOfUse: Prisma.sql`(m.missed & (m.missed - 1)) = 0` }
}

/**
 * What a search row counts for, as "facet:value": everything when it is a hit, else the values of the one
 * facet that it misses. Written so that a row that misses a facet costs no more than that facet.
 */
export function countedValues(query: CatalogQuery): Prisma.Sql {
  const near = facetKeys.flatMap((facet) =>
    facetCondition(query, facet) === null
      ? []
      : [Prisma.sql`when ${bitOf(facet)}::int then ${valuesOf(facet)}`],
  )
  return near.length === 0
    ? Prisma.sql`s.facets`
    : Prisma.sql`case m.missed when 0 then s.facets ${Prisma.join(near, ' ')} end`
}

function valuesOf(facet: FacetKey): Prisma.Sql {
  switch (facet) {
    case 'kind':
      return Prisma.sql`array['kind:' || s.kind::text]`
    case 'level':
      return Prisma.sql`array['level:' || s.level::text]`
    case 'provider':
      return Prisma.sql`array['provider:' || s.provider_slug]`
    case 'duration':
      return Prisma.sql`array_remove(array['duration:' || s.duration_bucket::text], null)`
    default:
      return Prisma.sql`array(select f from unnest(s.facets) f where f like ${`${facet}:%`})`
  }
}

/**
 * JSON of facet → its choices, the most frequent first, from the CTE `counts` (value, count) and the
 * choices that were made: those are listed even when they count nothing or are not among the most frequent.
 */
export function facetsJson(query: CatalogQuery): Prisma.Sql {
  const chosen = facetKeys.flatMap((facet) =>
    facet === 'rating'
      ? query.rating === null
        ? []
        : [`rating:${query.rating}`]
      : query[facet].map((value) => `${facet}:${value}`),
  )
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
            choice, sum(n)::int as count,
            row_number() over (partition by split_part(choice, ':', 1) order by sum(n) desc, choice) as place
          from (select choice, n from counts union all select unnest(${chosen}::text[]), 0) every_choice
          group by choice) top
        where top.place <= ${LONG_FACET_CHOICES} or top.choice = any (${chosen}::text[])) named
      group by facet) facets)`
}
