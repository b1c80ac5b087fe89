import { Prisma } from '@archway/db/generated/client'
import { type CatalogQuery, type FacetKey, facetKeys } from '../schema/query'
import { priceFilters, priceRanges, ratingFloors } from '../schema/vocabulary'

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

/** The rows that count in a facet: hits, and those that miss this facet alone. */
const countedIn = (facet: FacetKey) => Prisma.sql`missed in (0, ${bitOf(facet)}::int)`

const choicesJson = (rows: Prisma.Sql) => Prisma.sql`coalesce((
  select json_agg(json_build_object('value', c.value, 'label', c.label, 'count', c.count)
    order by c.count desc, c.value) from (${rows}) c), '[]')`

const scalarFacet = (facet: FacetKey, column: Prisma.Sql) =>
  choicesJson(Prisma.sql`select ${column}::text as value, null::text as label, count(*)::int as count
    from matched where ${countedIn(facet)} and ${column} is not null group by ${column}`)

/** A facet with many values: the most frequent ones, every chosen one, and their names. */
const longFacet = (counted: Prisma.Sql, chosen: readonly string[], name: Prisma.Sql) =>
  choicesJson(Prisma.sql`
    select top.value, ${name} as label, top.count from (
      select value, count, row_number() over (order by count desc, value) as place from (
        select value, sum(n)::int as count from (
          ${counted} union all select unnest(${chosen}::text[]), 0) all_values group by value) counts) top
    where top.place <= ${LONG_FACET_CHOICES} or top.value = any (${chosen}::text[])`)

const arrayFacet = (
  facet: FacetKey,
  column: Prisma.Sql,
  chosen: readonly string[],
  name: Prisma.Sql,
) =>
  longFacet(
    Prisma.sql`select v as value, count(*) as n from matched, unnest(${column}) v where ${countedIn(facet)} group by v`,
    chosen,
    name,
  )

const nameIn = (table: Prisma.Sql) =>
  Prisma.sql`(select named.name from ${table} named where named.slug = top.value)`

/** A facet of fixed steps that may overlap: each counted by a condition of its own. */
const steppedFacet = (facet: FacetKey, steps: { value: string; condition: Prisma.Sql }[]) => {
  const objects = steps.map(
    ({ value, condition }) =>
      Prisma.sql`json_build_object('value', ${value}::text, 'label', null,
        'count', count(*) filter (where ${condition})::int)`,
  )
  return Prisma.sql`(select json_build_array(${Prisma.join(objects)}) from matched s where ${countedIn(facet)})`
}

/** JSON of all facets over the CTE `matched`. */
export function facetsJson(query: CatalogQuery): Prisma.Sql {
  return Prisma.sql`json_build_object(
    'kind', ${scalarFacet('kind', Prisma.sql`kind`)},
    'topic', ${arrayFacet('topic', Prisma.sql`topics`, query.topic, nameIn(Prisma.sql`topics`))},
    'skill', ${arrayFacet('skill', Prisma.sql`skills`, query.skill, nameIn(Prisma.sql`skills`))},
    'level', ${scalarFacet('level', Prisma.sql`level`)},
    'provider', ${longFacet(
      Prisma.sql`select provider_slug as value, count(*) as n from matched where ${countedIn('provider')} group by 1`,
      query.provider,
      nameIn(Prisma.sql`providers`),
    )},
    'language', ${arrayFacet('language', Prisma.sql`languages`, query.language, Prisma.sql`null::text`)},
    'price', ${steppedFacet(
      'price',
      priceFilters.map((value) => ({ value, condition: priceCondition(value) })),
    )},
    'duration', ${scalarFacet('duration', Prisma.sql`duration_bucket`)},
    'rating', ${steppedFacet(
      'rating',
      ratingFloors.map((floor) => ({
        value: String(floor),
        condition: Prisma.sql`s.rating_centi >= ${floor}`,
      })),
    )})`
}
