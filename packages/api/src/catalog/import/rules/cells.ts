/** The value of a cell, or why it cannot be read (a key of the message catalogue). */
export type Cell<Value> = { ok: true; value: Value } | { ok: false; reason: string }

const read = <Value>(value: Value): Cell<Value> => ({ ok: true, value })
const refuse = (reason: string): Cell<never> => ({ ok: false, reason })

const multipliers: Record<string, number> = { '': 1, k: 1_000, m: 1_000_000 }
const MAX_COUNT = 2_000_000_000

/**
 * A count as lists write it: "700,909", "20K", "1.2M", "1 234", "4063 learners". Null for an empty cell.
 */
export function parseCount(text: string): Cell<number | null> {
  const trimmed = text.trim()
  if (trimmed === '') return read(null)
  const match = /^(\d{1,3}(?:[,\s.']\d{3})+|\d+(?:[.,]\d+)?)\s*([km]?)\b\+?\s*[\p{L}\s]*$/iu.exec(
    trimmed,
  )
  if (!match?.[1]) return refuse('not-a-count')
  const isGrouped = /^\d{1,3}(?:[,\s.']\d{3})+$/.test(match[1]) && match[2] === ''
  const digits = isGrouped ? match[1].replace(/[,\s.']/g, '') : match[1].replace(',', '.')
  const count = Math.round(Number(digits) * (multipliers[(match[2] ?? '').toLowerCase()] ?? 1))
  if (!isGrouped && match[2] === '' && digits.includes('.')) return refuse('not-a-count')
  return count <= MAX_COUNT ? read(count) : refuse('count-too-large')
}

/** A rating from 0 to 5 ("4.8", "4,8", "4.8 stars", "4.8/5") as rating × 100. Null for an empty cell. */
export function parseRating(text: string): Cell<number | null> {
  const trimmed = text.trim()
  if (trimmed === '') return read(null)
  const match = /^(\d(?:[.,]\d{1,4})?)\s*(?:\/\s*5|stars?|★)?$/i.exec(trimmed)
  if (!match?.[1]) return refuse('not-a-rating')
  const centi = Math.round(Number(match[1].replace(',', '.')) * 100)
  return centi <= 500 ? read(centi) : refuse('rating-out-of-range')
}

/** A web address, http or https only, spelled as the standard spells it. Null for an empty cell. */
export function parseUrl(text: string): Cell<string | null> {
  const trimmed = text.trim()
  if (trimmed === '') return read(null)
  if (trimmed.length > 2000) return refuse('url-too-long')
  if (!URL.canParse(trimmed)) return refuse('not-a-url')
  const url = new URL(trimmed)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse('url-scheme')
  if (url.username !== '' || url.password !== '') return refuse('url-with-password')
  return read(url.toString())
}

const levels = {
  beginner: /^(beginner|introductory|basic|foundational|entry|easy)( level)?$/,
  intermediate: /^(intermediate|medium)( level)?$/,
  advanced: /^(advanced|expert|hard)( level)?$/,
  mixed: /^(mixed|all levels?|any|all)( level)?$/,
} as const

/** A level; empty means mixed, because nothing is promised then. */
export function parseLevel(text: string): Cell<keyof typeof levels> {
  const plain = text.trim().toLowerCase()
  if (plain === '') return read('mixed')
  const found = (Object.keys(levels) as (keyof typeof levels)[]).find((level) =>
    levels[level].test(plain),
  )
  return found === undefined ? refuse('unknown-level') : read(found)
}

const kinds = {
  course: /^(course|guided project|project|class|lesson|tutorial|workshop|mooc)$/,
  program:
    /^(specialization|specialisation|professional certificate|program|programme|certificate|micro-?masters.*|x-?series.*|nanodegree|learning path|bootcamp|mastertrack.*|degree)$/,
  certification: /^(certification|exam|certification exam)$/,
} as const

/** What kind of offering a type names; empty means a course. */
export function parseKind(text: string): Cell<keyof typeof kinds> {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ')
  if (plain === '') return read('course')
  const found = (Object.keys(kinds) as (keyof typeof kinds)[]).find((kind) =>
    kinds[kind].test(plain),
  )
  return found === undefined ? refuse('unknown-type') : read(found)
}
