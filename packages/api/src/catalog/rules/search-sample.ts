/** Offerings have a level from 0 to this, given by their id; those up to a level are a sample of all. */
export const fullSample = 10

/** From which sizes on a search takes short cuts, in rows. */
export type SearchBounds = {
  /** catalogues up to this size are looked at whole: finding out more would cost more */
  smallCatalogue: number
  /** the sample of the catalogue from which sizes are estimated */
  probedRows: number
  /** what a count may look at */
  countedRows: number
  /** a set with fewer rows in the common sample is counted by a sample of its own */
  leastRows: number
  /** how many of the most promising hits are ranked closely; the others follow by popularity */
  rankedHits: number
  /** a longer list is read in the order of an index until the page is full */
  sortedHits: number
}

export const searchBounds: SearchBounds = {
  smallCatalogue: 2_500,
  probedRows: 500,
  countedRows: 1_000,
  leastRows: 150,
  rankedHits: 240,
  sortedHits: 2_500,
}

/** About how many rows a search is over, by facet of which something is chosen. */
export type SearchSizes = {
  /** rows that meet the text */
  matches: number
  /** those that have something of each chosen facet, too */
  hits: number
  /** hits whose title has the words */
  titles: number
  /** rows that have it of all chosen facets but one */
  near: ReadonlyMap<string, number>
}

export type CountLevels = {
  /** of the sample that everything is counted by unless it has one of its own */
  common: number
  hits: number | 'common'
  near: (facet: string) => number | 'common'
}

/** By which samples the sets of a search are counted; all of a small catalogue, whose sizes are null. */
export function countLevels(sizes: SearchSizes | null, bounds: SearchBounds): CountLevels {
  if (sizes === null) return { common: fullSample, hits: 'common', near: () => 'common' }
  const common = levelFor(sizes.matches, bounds.countedRows)
  const own = (rows: number) =>
    common === fullSample || rows * shareOf(common) >= bounds.leastRows
      ? 'common'
      : levelFor(rows, bounds.countedRows)
  return { common, hits: own(sizes.hits), near: (facet) => own(sizes.near.get(facet) ?? 0) }
}

/** The share of all offerings that is up to a level: 1/1024, 1/512 … 1. */
export const shareOf = (level: number): number => 2 ** (level - fullSample)

/** The largest sample in which a set of `rows` has no more than `wanted` of them. */
export function levelFor(rows: number, wanted: number): number {
  if (rows <= wanted) return fullSample
  return Math.max(0, fullSample + Math.floor(Math.log2(wanted / rows)))
}

/** The terms of all offerings up to a level; null when those are all offerings. */
export const sampleTerms = (level: number): string[] | null =>
  level >= fullSample ? null : Array.from({ length: level + 1 }, (_, at) => `sample:${at}`)

/** What a count over a sample says about all: two figures that count, because it is not known better. */
export function estimate(counted: number, level: number): number {
  if (level >= fullSample || counted === 0) return counted
  const rows = counted / shareOf(level)
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(rows)) - 1)
  return Math.round(rows / unit) * unit
}

/**
 * How many hits there are, by an estimate and by what one page of them shows: a page that is not full is
 * the last one, and nothing comes after an empty one.
 */
export function totalHits(
  estimated: number,
  { offset, shown, pageSize }: { offset: number; shown: number; pageSize: number },
): number {
  if (shown === 0) return Math.min(estimated, offset)
  return shown < pageSize ? offset + shown : Math.max(estimated, offset + shown)
}
