import { slugify } from '../../shared/slug'

const MOST_TRIES = 1000

/**
 * Inserts something under the first slug of its name that nobody has: the name's own, then with a
 * number. `insert` answers null when the slug was taken, be it a moment ago: the unique key says so,
 * not a look before. Null when a thousand are taken.
 */
export async function insertWithFreeSlug<Row>(
  name: string,
  noun: string,
  insert: (slug: string) => Promise<Row | null>,
): Promise<Row | null> {
  const base = slugify(name) || noun
  for (let number = 1; number <= MOST_TRIES; number++) {
    const slug = number === 1 ? base : `${base.slice(0, 74).replace(/-+$/, '')}-${number}`
    const row = await insert(slug)
    if (row !== null) return row
  }
  return null
}
