/** Ids by slug; a slug that is not there is reported once per place and left out. */
export type References = {
  ids(place: string, slugs: readonly string[]): string[]
  id(place: string, slug: string): string | null
}

/** Looks slugs up in rows that were just created. */
export function references(
  noun: string,
  rows: readonly { id: string; slug: string }[],
  onWarning: (message: string) => void,
): References {
  const bySlug = new Map(rows.map((row) => [row.slug, row.id]))
  const id = (place: string, slug: string) => {
    const found = bySlug.get(slug)
    if (found === undefined) onWarning(`${place}: there is no ${noun} "${slug}"`)
    return found ?? null
  }
  return {
    id,
    ids: (place, slugs) =>
      [...new Set(slugs)].map((slug) => id(place, slug)).filter((found) => found !== null),
  }
}
