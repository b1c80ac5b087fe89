const marker = /<span\s+data-fact="([^"]*)"\s*>(?:[^<]*)<\/span>/g

/** The HTML without its facts, and the facts' keys in order (a key as often as it stands there). */
export function splitFacts(html: string): { rest: string; keys: string[] } {
  const keys: string[] = []
  const rest = html.replace(marker, (_, key: string) => {
    keys.push(key)
    return ' '
  })
  return { rest, keys }
}

/** Keys of the facts that stand in pieces of HTML, each once, in order of first use. */
export const factKeysOf = (...html: readonly string[]): string[] => [
  ...new Set(html.flatMap((part) => splitFacts(part).keys)),
]

/** A piece of HTML as what stands between facts and the facts themselves, in order. */
export function partsOf(html: string): ({ html: string } | { factKey: string })[] {
  const parts: ({ html: string } | { factKey: string })[] = []
  let end = 0
  for (const match of html.matchAll(marker)) {
    if (match.index > end) parts.push({ html: html.slice(end, match.index) })
    parts.push({ factKey: match[1] ?? '' })
    end = match.index + match[0].length
  }
  if (end < html.length) parts.push({ html: html.slice(end) })
  return parts
}
