import type { DbOrTx } from '@archway/db/client'
import { offsetOf } from '../../shared/pagination'
import { estimate, fullSample, searchBounds, totalHits } from '../rules/search-sample'
import { openWordOf, type ParsedSearch, parseSearchText, wordsOf } from '../rules/search-text'
import { type CatalogQuery, catalogPageSize } from '../schema/query'
import type { SearchFacets, SearchResult } from '../schema/search'
import { correctWords } from './correct-words'
import { listCards, type RawCard, toCard } from './offering-cards'
import { listPopularIds } from './popular'
import { getSearchSizes } from './search-sizes'
import { searchStatement } from './search-statement'
import type { Corrections, TextMode } from './search-text-sql'
import { searchedText } from './searched-text'

/** With fewer hits than this a search is taken to be misspelled, if it has words that nobody uses. */
const FEW_HITS = 3
/** From this many words on a text is more a sentence than a name: not every word need be found. */
const SENTENCE_WORDS = 4
const ALTERNATIVES = 6
const noCorrections: Corrections = new Map()

type RawAnswer = { counted: number; hits: RawCard[]; facets: Partial<SearchFacets> | null }
type Answer = {
  total: number
  isEstimate: boolean
  hits: RawCard[]
  facets: Partial<SearchFacets> | null
}

/**
 * One page of the catalogue: hits, their number and the facets. Only published offerings. When a text
 * finds almost nothing, its unknown words are also looked for as what they were probably meant to be; when
 * that finds nothing either, offerings with any of the words are shown; and when there are none, popular ones
 * as alternatives. What is found in thousands is counted by a sample (see rules/search-sample), so that the
 * cost of a search does not grow with the catalogue; fewer are counted one by one.
 */
export async function searchOfferings(
  db: DbOrTx,
  query: CatalogQuery,
  bounds = searchBounds,
): Promise<SearchResult> {
  const parsed = parseSearchText(query.q)
  const ask = async (mode: TextMode, corrections: Corrections): Promise<Answer> => {
    const text = searchedText(query.q, parsed, mode, corrections)
    const sizes = await getSearchSizes(db, query, text, bounds)
    const { sql, level } = searchStatement(query, text, sizes, bounds)
    const [row] = await db.$queryRaw<{ answer: RawAnswer }[]>(sql)
    if (!row) throw new Error('the search statement returned no row')
    const { counted, hits, facets } = row.answer
    if (level === fullSample) return { hits, facets, total: counted, isEstimate: false }
    const page = { offset: offsetOf({ ...query, pageSize: catalogPageSize }), shown: hits.length }
    const total = totalHits(estimate(counted, level), { ...page, pageSize: catalogPageSize })
    return { hits, facets, total, isEstimate: true }
  }
  let match: SearchResult['match'] = 'all'
  let correctedText: string | null = null
  let answer = await ask('all', noCorrections)
  if (answer.total < FEW_HITS && parsed.groups.length > 0) {
    const corrections = await correctWords(db, wordsOf(parsed), openWordOf(parsed))
    if (corrections.size > 0) {
      const corrected = await ask('all', corrections)
      if (corrected.total > answer.total) {
        answer = corrected
        match = 'corrected'
        correctedText = replaceWords(query.q, corrections)
      }
    }
    if (wantsAny(parsed, answer.total)) {
      answer = await ask('any', corrections)
      if (answer.total > 0) match = 'any'
    }
  }
  return {
    hits: answer.hits.map(toCard),
    total: answer.total,
    isEstimate: answer.isEstimate,
    page: query.page,
    pageSize: catalogPageSize,
    facets: everyFacet(answer.facets),
    match,
    correctedText,
    alternatives:
      answer.total === 0 ? await listCards(db, await listPopularIds(db, ALTERNATIVES)) : [],
  }
}

/** Whether a text that found so little is looked for with any of its words. */
function wantsAny(parsed: ParsedSearch, total: number): boolean {
  const wanted = parsed.groups.length
  return total === 0 ? wanted > 1 : total < FEW_HITS && wanted >= SENTENCE_WORDS
}

/** Facets that nothing counts in are there, too, without choices. */
const everyFacet = (found: Partial<SearchFacets> | null): SearchFacets => ({
  kind: found?.kind ?? [],
  topic: found?.topic ?? [],
  skill: found?.skill ?? [],
  level: found?.level ?? [],
  provider: found?.provider ?? [],
  language: found?.language ?? [],
  price: found?.price ?? [],
  duration: found?.duration ?? [],
  rating: found?.rating ?? [],
})

const replaceWords = (text: string, corrections: Corrections): string =>
  text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => corrections.get(word.toLowerCase())?.[0] ?? word)
