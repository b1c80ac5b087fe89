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

/** The HTML with every fact replaced by what `render` gives for its key. `render` answers with safe HTML. */
export const replaceFacts = (html: string, render: (key: string) => string): string =>
  html.replace(marker, (_, key: string) => render(key))
