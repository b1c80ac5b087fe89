import type { DbOrTx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import { offsetOf } from '../../shared/pagination'
import { openWordOf, type ParsedSearch, parseSearchText, wordsOf } from '../rules/search-text'
import { type CatalogQuery, catalogPageSize } from '../schema/query'
import type { SearchFacets, SearchResult } from '../schema/search'
import { correctWords } from './correct-words'
import { cardJson, listCards, type RawCard, toCard } from './offering-cards'
import { listPopularIds } from './popular'
import { countedValues, facetsJson, missedFacets } from './search-facets-sql'
import { type Corrections, type TextMode, textQuery, unspacedCondition } from './search-text-sql'

/** With fewer hits than this a search is taken to be misspelled, if it has words that nobody uses. */
const FEW_HITS = 3
/** From this many words on a text is more a sentence than a name: not every word need be found. */
const SENTENCE_WORDS = 4
const ALTERNATIVES = 6
const noCorrections: Corrections = new Map()

type Answer = { total: number; hits: RawCard[]; facets: Partial<SearchFacets> | null }

/**
 * One page of the catalogue: hits, their number and the facets, in one statement. Only published
 * offerings. When a text finds almost nothing, its unknown words are also looked for as what they
 * were probably meant to be; when that finds nothing either, offerings with any of the words are shown;
 * and when there are none, popular ones as alternatives. Facet counts are exact.
 */
export async function searchOfferings(db: DbOrTx, query: CatalogQuery): Promise<SearchResult> {
  const parsed = parseSearchText(query.q)
  let match: SearchResult['match'] = 'all'
  let correctedText: string | null = null
  let answer = await ask(db, query, parsed, 'all', noCorrections)
  if (answer.total < FEW_HITS && parsed.groups.length > 0) {
    const corrections = await correctWords(db, wordsOf(parsed), openWordOf(parsed))
    if (corrections.size > 0) {
      const corrected = await ask(db, query, parsed, 'all', corrections)
      if (corrected.total > answer.total) {
        answer = corrected
        match = 'corrected'
        correctedText = replaceWords(query.q, corrections)
      }
    }
    const wanted = parsed.groups.length
    if (answer.total === 0 ? wanted > 1 : answer.total < FEW_HITS && wanted >= SENTENCE_WORDS) {
      answer = await ask(db, query, parsed, 'any', corrections)
      if (answer.total > 0) match = 'any'
    }
  }
  return {
    hits: answer.hits.map(toCard),
    total: answer.total,
    page: query.page,
    pageSize: catalogPageSize,
    facets: everyFacet(answer.facets),
    match,
    correctedText,
    alternatives:
      answer.total === 0 ? await listCards(db, await listPopularIds(db, ALTERNATIVES)) : [],
  }
}

/** Facets that nothing counts in are there, too, without choices. */
const everyFacet = (found: Partial<SearchFacets> | null): SearchFacets => ({
  kind: [],
  topic: [],
  skill: [],
  level: [],
  provider: [],
  language: [],
  price: [],
  duration: [],
  rating: [],
  ...found,
})

const replaceWords = (text: string, corrections: Corrections): string =>
  text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => corrections.get(word.toLowerCase())?.[0] ?? word)

async function ask(
  db: DbOrTx,
  query: CatalogQuery,
  parsed: ParsedSearch,
  mode: TextMode,
  corrections: Corrections,
): Promise<Answer> {
  const [row] = await db.$queryRaw<{ answer: Answer }[]>(
    searchStatement(query, parsed, mode, corrections),
  )
  if (!row) throw new Error('the search statement returned no row')
  return row.answer
}

/** The statement behind a search; exported so that tests can read its plan. */
export function searchStatement(
  query: CatalogQuery,
  parsed: ParsedSearch,
  mode: TextMode,
  corrections: Corrections,
): Prisma.Sql {
  const tsquery = textQuery(parsed, mode, corrections)
  const { mask, isOfUse } = missedFacets(query)
  const sort = query.sort === 'relevance' && !tsquery ? 'popular' : query.sort
  return Prisma.sql`
    with input as materialized (select ${tsquery ?? Prisma.sql`null::tsquery`} as tsq),
    matched as materialized (
      select s.offering_id, m.missed, ${countedValues(query)} as choices,
        case when m.missed = 0 then ${sortKey(sort, query.q, mode)} end as sort_key
      from offering_search s
      -- "offset 0" keeps the planner from working the expression out again at every use
      cross join lateral (select ${mask} as missed offset 0) m
      where s.is_listed and ${isOfUse} ${
        tsquery
          ? Prisma.sql`and (s.document @@ (select tsq from input)${unspacedCondition(query.q)})`
          : Prisma.empty
      }),
    counts as (select choice, count(*) as n from matched, unnest(choices) as choice group by choice),
    page as (
      select offering_id, row_number() over () as place from (
        select offering_id from matched where missed = 0
        order by sort_key ${sort === 'title' ? Prisma.sql`asc` : Prisma.sql`desc nulls last`}, offering_id
        limit ${catalogPageSize} offset ${offsetOf({ page: query.page, pageSize: catalogPageSize })}) ordered)
    select json_build_object(
      'total', (select count(*)::int from matched where missed = 0),
      'hits', coalesce((select json_agg(${cardJson} order by page.place)
        from page join offerings o on o.id = page.offering_id join providers p on p.id = o.provider_id), '[]'),
      'facets', ${facetsJson(query)}) as answer`
}

/** Popularity of a search row `s`; what can no longer be begun comes after everything that can. */
const popularity = Prisma.sql`case when s.retires_on < current_date then -1 else s.popularity end`

/**
 * What hits are ordered by, highest first (titles ascending). Relevance weighs where the words stand
 * (title, then skills, then provider and topics, then text), whether the title has them all, how much of
 * it they are and whether it begins with them, and a little popularity, so that of two equal hits the
 * better known comes first. Where any of the words will do, it is the more of them the better.
 */
function sortKey(sort: CatalogQuery['sort'], text: string, mode: TextMode): Prisma.Sql {
  switch (sort) {
    case 'relevance':
      if (mode === 'any') {
        return Prisma.sql`ts_rank('{0.1, 0.2, 0.4, 1}', s.document, (select tsq from input))
          + 0.005 * ${popularity}`
      }
      return Prisma.sql`ts_rank('{0.05, 0.15, 0.4, 1}', s.document, (select tsq from input))
        + case when ts_filter(s.document, '{a}') @@ (select tsq from input)
            then 1 + least(1, ${text.length}::real / length(s.title)) else 0 end
        + case when s.title ilike ${`${text.replace(/[\\%_]/g, '\\$&')}%`} then 0.5 else 0 end
        + 0.03 * ${popularity}`
    case 'popular':
      return popularity
    case 'rating':
      return Prisma.sql`s.rating_centi + least(s.rating_count, 999999) / 1000000.0`
    case 'newest':
      return Prisma.sql`s.published_at`
    case 'price':
      return Prisma.sql`- case when s.price_class = 'free' then 0 else s.price_usd_minor end`
    case 'title':
      return Prisma.sql`lower(unaccent(s.title))`
  }
}
