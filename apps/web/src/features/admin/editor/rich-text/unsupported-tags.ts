const supported = new Set(
  'h2 h3 h4 p a strong b em i u s code pre blockquote ul ol li table thead tbody tr th td img hr br'.split(
    ' ',
  ),
)

/**
 * Tags in the HTML that the visual editor would lose, each once. A `span` counts unless it stands for a
 * fact. Texts that hold any are edited as HTML. Pure.
 */
export function unsupportedTags(html: string): string[] {
  const found = new Set<string>()
  for (const [, tag = '', attributes = ''] of html.matchAll(/<([a-z][a-z0-9]*)\b([^>]*)>/gi)) {
    const name = tag.toLowerCase()
    if (supported.has(name) || (name === 'span' && attributes.includes('data-fact='))) continue
    found.add(name)
  }
  return [...found]
}
