import { createHash } from 'node:crypto'

/** Texts that a process may give names to; each costs some memory in every connection that has used it. */
const MOST_NAMES = 400
/** A text gets its name when it is seen this often: most of what is sent once is never sent again. */
const SIGHTINGS = 3
/** Texts that are counted at once, before counting begins anew. */
const MOST_COUNTED = 4000

/**
 * Names for statements that are sent again and again, so that PostgreSQL parses and plans each of them
 * once per connection and not once per call. Other texts, such as searches with a rare choice of facets, get
 * an empty name, which means none; so do all when there are enough names. The same text always has the same name.
 */
export function createStatementNames(): (statement: { sql: string }) => string {
  const names = new Map<string, string>()
  const sightings = new Map<string, number>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= MOST_NAMES) return ''
    const count = (sightings.get(sql) ?? 0) + 1
    if (count < SIGHTINGS) {
      if (sightings.size >= MOST_COUNTED) sightings.clear()
      sightings.set(sql, count)
      return ''
    }
    sightings.delete(sql)
    const name = createHash('sha256').update(sql).digest('base64url')
    names.set(sql, name)
    return name
  }
}
