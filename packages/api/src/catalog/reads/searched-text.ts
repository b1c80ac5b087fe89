import { Prisma } from '@archway/db/generated/client'
import type { ParsedSearch } from '../rules/search-text'
import { type Corrections, type TextMode, textQuery, unspacedCondition } from './search-text-sql'

/** A text as it is searched for. */
export type SearchedText = {
  q: string
  mode: TextMode
  /** null when nothing in the text can be searched for */
  tsquery: Prisma.Sql | null
  /** "and (…)" on a search row `s`, given the CTE `input` (tsq); empty when nothing can be searched for */
  condition: Prisma.Sql
}

/** A parsed text as a condition. */
export function searchedText(
  q: string,
  parsed: ParsedSearch,
  mode: TextMode,
  corrections: Corrections,
): SearchedText {
  const tsquery = textQuery(parsed, mode, corrections)
  const condition = tsquery
    ? Prisma.sql`and (s.document @@ (select tsq from input)${unspacedCondition(q)})`
    : Prisma.empty
  return { q, mode, tsquery, condition }
}
