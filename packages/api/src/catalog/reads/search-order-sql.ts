import { Prisma } from '@archway/db/generated/client'
import type { CatalogSort } from '../schema/vocabulary'
import type { TextMode } from './search-text-sql'

/** Whether a search row `s` can still be begun. */
export const isOpen = Prisma.sql`(s.retires_on is null or s.retires_on >= current_date)`

/**
 * The order of a list of search rows `s`, each written as its index is. By popularity, what can no longer be
 * begun comes last; `withoutPast` is for lists that leave it out, which can then follow the index.
 */
export function listOrder(
  sort: Exclude<CatalogSort, 'relevance'>,
  { withoutPast }: { withoutPast: boolean },
): Prisma.Sql {
  switch (sort) {
    case 'popular':
      return withoutPast
        ? Prisma.sql`s.popularity desc, s.offering_id`
        : Prisma.sql`${isOpen} desc, s.popularity desc, s.offering_id`
    case 'rating':
      return Prisma.sql`s.rating_centi desc nulls last, s.rating_count desc, s.offering_id`
    case 'newest':
      return Prisma.sql`s.published_at desc nulls last, s.offering_id`
    case 'price':
      return Prisma.sql`(case when s.price_class = 'free' then 0 else s.price_usd_minor end), s.offering_id`
    case 'title':
      return Prisma.sql`s.title_sort, s.offering_id`
  }
}

/**
 * How well a search row `s` fits a text, given the CTE `input` (tsq). Weighs where the words stand
 * (title, then skills, then provider and topics, then text), whether the title has them all, how much of
 * it they are and whether it begins with them, and a little popularity, so that of two equal hits the
 * better known comes first. Where any of the words will do, it is the more of them the better.
 */
export function relevance(text: string, mode: TextMode): Prisma.Sql {
  const popularity = Prisma.sql`case when ${isOpen} then s.popularity else -1 end`
  if (mode === 'any') {
    return Prisma.sql`ts_rank('{0.1, 0.2, 0.4, 1}', s.document, (select tsq from input))
      + 0.005 * ${popularity}`
  }
  return Prisma.sql`ts_rank('{0.05, 0.15, 0.4, 1}', s.document, (select tsq from input))
    + case when s.title_document @@ (select tsq from input)
        then 1 + least(1, ${text.length}::real / length(s.title)) else 0 end
    + case when s.title ilike ${`${text.replace(/[\\%_]/g, '\\$&')}%`} then 0.5 else 0 end
    + 0.03 * ${popularity}`
}
