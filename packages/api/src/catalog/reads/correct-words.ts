import type { DbOrTx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import type { Corrections } from './search-text-sql'

/**
 * For each word that no title, provider or skill contains, up to three that do and that it was probably
 * meant to be: at most one slip in a word of five letters, two up to eight, three beyond, closest first.
 * The word that is still being typed (`openWord`) counts as known when some word begins with it. Costs the
 * same at any size of the catalogue.
 */
export async function correctWords(
  db: DbOrTx,
  words: readonly string[],
  openWord: string | null,
): Promise<Corrections> {
  if (words.length === 0) return new Map()
  const rows = await db.$queryRaw<{ word: string; found: string[] }[]>(
    correctionStatement(words, openWord ?? ''),
  )
  return new Map(rows.map((row) => [row.word, row.found]))
}

/** The statement behind it; exported so that tests can read its plan. */
export const correctionStatement = (
  words: readonly string[],
  openWord: string,
): Prisma.Sql => Prisma.sql`
  with asked as (
    select distinct original, word,
      case when length(word) <= 5 then 1 when length(word) <= 8 then 2 else 3 end as slips
    from unnest(${words}::text[]) original, lateral (select unaccent(original) as word) plain)
  select a.original as word, array(
    select near.word from (
      select w.word from search_words w where w.word % a.word
      union
      select w.word from search_words w
      where w.word >= left(a.word, 1) and w.word < left(a.word, 1) || chr(1114111)
        and length(w.word) between length(a.word) - a.slips and length(a.word) + a.slips) near
    where levenshtein_less_equal(near.word, a.word, a.slips) <= a.slips
    order by levenshtein_less_equal(near.word, a.word, a.slips), similarity(near.word, a.word) desc, near.word
    limit 3) as found
  from asked a
  where not exists (select 1 from search_words w where w.word = a.word)
    and not (a.original = ${openWord}
      and exists (select 1 from search_words w where w.word >= a.word and w.word < a.word || chr(1114111)))`
