import type { DbOrTx } from '@archway/db/client'
import { openWordOf, parseSearchText, wordsOf } from '../rules/search-text'
import { normaliseSearchText } from '../schema/query'
import type { Suggestion } from '../schema/search'
import { correctWords } from './correct-words'
import { type Corrections, textQuery } from './search-text-sql'

const OFFERINGS = 5
const OTHERS = 3
/** Offerings that have the words in the title, and anywhere: all that have them, unless there are more … */
const CANDIDATES = 500
/** … then these most popular of the catalogue are looked at, too: what many have, some of these have. */
const POPULAR = 1_000

/**
 * What the search box proposes for an unfinished text: offerings by title, then skills, providers and
 * topics whose name has a word that begins so. Misspelled words are corrected when nothing fits.
 */
export async function suggest(db: DbOrTx, text: string): Promise<Suggestion[]> {
  const q = normaliseSearchText(text)
  const parsed = parseSearchText(q)
  if (parsed.groups.length === 0) return []
  const found = await listSuggestions(db, q, new Map())
  if (found.length > 0) return found
  const corrections = await correctWords(db, wordsOf(parsed), openWordOf(parsed))
  return corrections.size === 0 ? [] : await listSuggestions(db, q, corrections)
}

async function listSuggestions(
  db: DbOrTx,
  q: string,
  corrections: Corrections,
): Promise<Suggestion[]> {
  const tsquery = textQuery(parseSearchText(q), 'all', corrections)
  if (tsquery === null) return []
  const names = [...corrections.values()].map(([first]) => first ?? '')
  const name = (names.length > 0 ? names.join(' ') : q).toLowerCase().replace(/[\\%_]/g, '\\$&')
  return await db.$queryRaw<Suggestion[]>`
    with input as materialized (select ${tsquery} as tsq),
    titles as (
      select 'offering' as type, o.slug, o.title as label, p.name as detail, o.kind::text as kind,
        0 as part, row_number() over (order by found.score desc, o.slug) as place
      from (
        select s.offering_id, word_similarity(unaccent(${q}), s.title) + 0.03 * s.popularity as score
        from (
          (select offering_id, title, popularity from offering_search
            where is_listed and title_document @@ (select tsq from input) limit ${CANDIDATES})
          union
          (select offering_id, title, popularity from offering_search
            where is_listed and document @@ (select tsq from input) limit ${CANDIDATES})
          union
          (select offering_id, title, popularity from (
              select offering_id, title, popularity, document from offering_search
              where is_listed order by popularity desc, offering_id limit ${POPULAR}) popular
            where document @@ (select tsq from input))) s) found
      join offerings o on o.id = found.offering_id
      join providers p on p.id = o.provider_id
      order by found.score desc, o.slug limit ${OFFERINGS}),
    named as (
      (select 'skill' as type, slug, name::text as label, 1 as part from skills
        where lower(unaccent(name::text)) like any (array[${`${name}%`}, ${`% ${name}%`}])
        order by length(name::text), slug limit ${OTHERS})
      union all
      (select 'provider', slug, name, 2 from providers
        where lower(unaccent(name)) like any (array[${`${name}%`}, ${`% ${name}%`}])
        order by length(name), slug limit ${OTHERS})
      union all
      (select 'topic', slug, name, 3 from topics
        where lower(unaccent(name)) like any (array[${`${name}%`}, ${`% ${name}%`}])
        order by length(name), slug limit ${OTHERS}))
    select type, slug, label, detail, kind from (
      select * from titles
      union all
      select type, slug, label, null, null, part, row_number() over (order by part, length(label), slug) from named) all_found
    order by part, place`
}
