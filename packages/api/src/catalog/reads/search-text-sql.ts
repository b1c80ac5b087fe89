import { Prisma } from '@archway/db/generated/client'
import { isUnspaced, type ParsedSearch, type SearchTerm } from '../rules/search-text'

/** Other spellings that a word may have been meant as: what the dictionary of the catalogue offers. */
export type Corrections = ReadonlyMap<string, readonly string[]>

/** How strictly a text is meant: every word, or at least one of them. */
export type TextMode = 'all' | 'any'

/**
 * One term as tsquery: stemmed as English or as it stands, the last word also as the beginning of one.
 * Words that English ignores are ignored.
 */
function termQuery(term: SearchTerm, isOpenEnd: boolean, corrections: Corrections): Prisma.Sql {
  const text = term.text
  const make = term.isPhrase ? Prisma.sql`phraseto_tsquery` : Prisma.sql`plainto_tsquery`
  const parts = [
    Prisma.sql`${make}('english', unaccent(${text}))`,
    Prisma.sql`${make}('simple', unaccent(${text}))`,
  ]
  if (isOpenEnd && text.length > 1) {
    const quoted = `'${text.replaceAll("'", ' ')}':*`
    parts.push(Prisma.sql`to_tsquery('simple', unaccent(${quoted}))`)
  }
  for (const other of corrections.get(text.toLowerCase()) ?? []) {
    parts.push(Prisma.sql`plainto_tsquery('simple', ${other})`)
    parts.push(Prisma.sql`plainto_tsquery('english', ${other})`)
  }
  const either = Prisma.join(parts, ' || ')
  return Prisma.sql`(case when numnode(plainto_tsquery('english', unaccent(${text}))) = 0 then ''::tsquery else ${either} end)`
}

/** The whole text as one tsquery expression; null when nothing in it can be searched for. */
export function textQuery(
  parsed: ParsedSearch,
  mode: TextMode,
  corrections: Corrections,
): Prisma.Sql | null {
  if (parsed.groups.length === 0) return null
  const lastGroup = parsed.groups.at(-1)
  const groups = parsed.groups.map((group) => {
    const terms = group.map((term) =>
      termQuery(
        term,
        parsed.endsInWord && group === lastGroup && term === group.at(-1),
        corrections,
      ),
    )
    return Prisma.sql`(${Prisma.join(terms, ' || ')})`
  })
  const wanted = Prisma.join(groups, mode === 'all' ? ' && ' : ' || ')
  const excluded = parsed.excluded.map((term) => {
    const make = term.isPhrase ? Prisma.sql`phraseto_tsquery` : Prisma.sql`plainto_tsquery`
    return Prisma.sql` && !!(${make}('english', unaccent(${term.text})) || ${make}('simple', unaccent(${term.text})))`
  })
  return excluded.length === 0 ? wanted : Prisma.sql`((${wanted})${Prisma.join(excluded, '')})`
}

/** Extra condition for scripts without spaces: the text stands somewhere inside title, provider or skills. */
export const unspacedCondition = (text: string): Prisma.Sql =>
  isUnspaced(text)
    ? Prisma.sql` or s.fuzzy like ${`%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`}`
    : Prisma.empty
