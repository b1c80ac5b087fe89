import { searchOfferings } from '@archway/api/catalog/reads/search-offerings'
import {
  type CatalogQuery,
  parseCatalogQuery,
  serialiseCatalogQuery,
} from '@archway/api/catalog/schema/query'
import { durationBuckets, offeringLevels } from '@archway/api/catalog/schema/vocabulary'
import { createRandom, type Random } from '../../random'
import type { HttpRequest } from '../load/http-load'
import { recordStatements, sendStatements } from '../site/statements'
import { callSide, httpSide } from './sides'
import { oncePerSite, rotate, type Work } from './work'

/** Searches whose statements are sent through bare `pg`, over and over. */
const RECORDED_SEARCHES = 40

/** A word with one slip of the keyboard: a letter left out, doubled, or swapped with the next one. */
export function misspell(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 2)
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
  return random.pick([
    before + after,
    before + letter + letter + after,
    before + after.charAt(0) + letter + after.slice(1),
  ])
}

/** Words of the catalogue that are long enough to be misspelt and still understood. */
const longWords = oncePerSite(async ({ site }) => {
  const { rows } = await site.pool.query<{ word: string }>(
    "select word from search_words where word ~ '^[a-z]{7,12}$' order by word",
  )
  return rows.map(({ word }) => word)
})

/** Searches with three facets and a typo, each another one, so that no cache can have the answer. */
const searches = oncePerSite(async (context) => {
  const words = await longWords(context)
  const random = createRandom(context.options.seed)
  const seen = new Set<string>()
  return (): CatalogQuery => {
    for (let attempt = 0; attempt < 1000; attempt++) {
      const query = parseCatalogQuery({
        q: misspell(random.pick(words), random),
        level: [random.pick(offeringLevels), random.pick(offeringLevels)],
        duration: [random.pick(durationBuckets), random.pick(durationBuckets)],
        language: 'en',
      })
      const key = serialiseCatalogQuery(query)
      if (seen.has(key)) continue
      seen.add(key)
      return query
    }
    throw new Error('There are no searches left that were not made before.')
  }
})

const bareSearches = oncePerSite(async (context) => {
  const next = await searches(context)
  const recorded = []
  for (let index = 0; index < RECORDED_SEARCHES; index++) {
    const query = next()
    recorded.push(await recordStatements(context.site.deps.db, (db) => searchOfferings(db, query)))
  }
  return recorded
})

const searchWork = (
  name: string,
  goal: number | null,
  toRequest: (query: CatalogQuery) => HttpRequest,
): Work => ({
  name: `search: ${name}`,
  scope: 'each',
  goal,
  async prepare(context) {
    const { site } = context
    const next = await searches(context)
    const recorded = rotate(await bareSearches(context))
    return {
      subject: httpSide(name, site.url, () => toRequest(next())),
      limit: callSide('same SQL, bare pg', () => sendStatements(site.pool, recorded())),
    }
  },
})

export const searchWorks: readonly Work[] = [
  searchWork('page', 0.5, (query) => ({ path: `/catalogue?${serialiseCatalogQuery(query)}` })),
  searchWork('answer as JSON', null, (query) => ({
    path: `/api/trpc/catalog.search?input=${encodeURIComponent(JSON.stringify({ json: query }))}`,
  })),
]
