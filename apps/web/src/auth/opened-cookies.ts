import { createHash } from 'node:crypto'

export type OpenedCookie = { sessionId: string; expiresAt: Date }

/**
 * Remembers what sealed cookies hold, for as long as they hold good. Opening one takes longer than all
 * the reads of a small request, and a browser sends the same one each time. What is remembered proves
 * nothing by itself: whether the session lives is read from its row. Cookies are known by their hash, so
 * that none lies in memory; of more than `most` the oldest is forgotten.
 */
export function createOpenedCookies(most: number) {
  const known = new Map<string, OpenedCookie>()
  const keyOf = (sealed: string) => createHash('sha256').update(sealed).digest('base64')
  return {
    find(sealed: string, now: Date): OpenedCookie | null {
      const opened = known.get(keyOf(sealed))
      return opened !== undefined && opened.expiresAt > now ? opened : null
    },
    keep(sealed: string, opened: OpenedCookie): void {
      const oldest = known.size >= most ? known.keys().next().value : undefined
      if (oldest !== undefined) known.delete(oldest)
      known.set(keyOf(sealed), opened)
    },
  }
}
