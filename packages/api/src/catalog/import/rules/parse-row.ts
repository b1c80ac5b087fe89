import { sha256 } from '../../../shared/hash'
import type { Duration } from '../../rules/duration'
import type { ImportField, ImportIssue } from '../../schema/imports'
import type { OfferingKind, OfferingLevel } from '../../schema/vocabulary'
import { type Cell, parseCount, parseKind, parseLevel, parseRating, parseUrl } from './cells'
import { parseDuration } from './duration-cell'
import { restoreFormula } from './formula'
import { guessLanguage } from './language'
import { plainLine, plainText } from './plain-text'
import { parseSkills } from './skills-cell'
import { topicsOf } from './topics'

const MAX_TITLE = 300
const MAX_PROVIDER = 160
const MAX_DESCRIPTION = 20_000
const MAX_VALUE_SHOWN = 120

/** A row in our words. Equal rows are equal in every field, however they were spelled. */
export type ImportRow = {
  title: string
  provider: string
  kind: OfferingKind
  /** what the list calls the kind, "Professional Certificate" */
  typeName: string
  level: OfferingLevel
  skills: string[]
  topics: string[]
  ratingCenti: number | null
  ratingCount: number
  enrolled: number | null
  url: string | null
  /** plain text, a paragraph per line */
  description: string
  duration: Duration | null
  language: string
}

export type RowIssue = Omit<ImportIssue, 'line'>

export type ParsedRow =
  | { ok: true; row: ImportRow; keys: RowKeys; hash: string; warnings: RowIssue[] }
  | { ok: false; issues: RowIssue[] }

/** What a row is known by: the first key is its own, `id` is how it may have been known before. */
export type RowKeys = { own: string; id: string | null }

type Cells = Partial<Record<ImportField, string>>

const shown = (value: string): string => value.replace(/\s+/g, ' ').trim().slice(0, MAX_VALUE_SHOWN)

/**
 * Reads one row of a list. It is read as a whole or rejected as a whole, with every reason; what was
 * only tidied up (tags, invisible characters, surplus skills) is a warning. `compounds` are names of
 * skills that contain a comma. Pure; reading a row that was exported gives the same row.
 */
export function parseRow(cells: Cells, compounds: readonly string[]): ParsedRow {
  const rejected: RowIssue[] = []
  const warnings: RowIssue[] = []
  const raw = (field: ImportField) => restoreFormula(cells[field] ?? '')
  const note = (severity: 'rejected' | 'warning', field: string, reason: string, value: string) =>
    (severity === 'rejected' ? rejected : warnings).push({
      field,
      severity,
      reason,
      value: shown(value.replaceAll('\u0000', '')) || null,
    })
  const line = (field: ImportField, max: number) => {
    const { text, removed } = plainLine(cells[field] ?? '')
    for (const reason of removed) note('warning', field, reason, raw(field))
    if (text.length > max) note('rejected', field, 'too-long', text)
    return text
  }
  const read = <Value>(field: ImportField, cell: Cell<Value>, other: Value): Value => {
    if (cell.ok) return cell.value
    note('rejected', field, cell.reason, raw(field))
    return other
  }

  const title = line('title', MAX_TITLE)
  const provider = line('provider', MAX_PROVIDER)
  if (title === '') note('rejected', 'title', 'missing', raw('title'))
  if (provider === '') note('rejected', 'provider', 'missing', raw('provider'))
  const { text: fullDescription, removed } = plainText(cells.description ?? '')
  for (const reason of removed) note('warning', 'description', reason, raw('description'))
  const description = fullDescription.slice(0, MAX_DESCRIPTION).trim()
  if (description !== fullDescription) {
    note('warning', 'description', 'shortened', String(fullDescription.length))
  }
  const skillText = plainLine(cells.skills ?? '')
  for (const reason of skillText.removed) note('warning', 'skills', reason, raw('skills'))
  const { skills, ignored } = parseSkills(skillText.text, compounds)
  if (ignored.length > 0) note('warning', 'skills', 'skills-left-out', ignored.join(', '))

  const typeName = line('type', 80)
  const language = line('language', 40)
  const row: ImportRow = {
    title,
    provider,
    typeName,
    skills,
    description,
    topics: topicsOf(title, skills),
    kind: read('type', parseKind(typeName), 'course'),
    level: read('level', parseLevel(raw('level')), 'mixed'),
    ratingCenti: read('rating', parseRating(raw('rating')), null),
    ratingCount: read('ratingCount', parseCount(raw('ratingCount')), null) ?? 0,
    enrolled: read('enrolled', parseCount(raw('enrolled')), null),
    url: read('url', parseUrl(raw('url')), null),
    duration: read('duration', parseDuration(raw('duration')), null),
    language: read(
      'language',
      language === ''
        ? { ok: true, value: guessLanguage(title, description) }
        : languageCode(language),
      'en',
    ),
  }
  if (rejected.length > 0) return { ok: false, issues: rejected }
  if (row.ratingCenti === null) row.ratingCount = 0
  return {
    ok: true,
    row,
    keys: keysOf(row, line('id', 100)),
    hash: hashOf(row),
    warnings,
  }
}

/**
 * Fingerprint of a row. Providers and skills count without regard to case, because the catalogue has one
 * spelling of each name, whichever came first.
 */
const hashOf = (row: ImportRow): string =>
  sha256(
    JSON.stringify({
      ...row,
      provider: row.provider.toLowerCase(),
      skills: row.skills.map((skill) => skill.toLowerCase()),
    }),
  )

/** A language as its code or its English name. */
function languageCode(text: string): Cell<string> {
  if (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)) return { ok: true, value: text }
  const names = new Intl.DisplayNames('en', { type: 'language' })
  const code = [
    'en',
    'es',
    'pt',
    'fr',
    'de',
    'it',
    'ja',
    'zh',
    'ar',
    'ru',
    'ko',
    'hi',
    'nl',
    'tr',
    'id',
    'pl',
    'uk',
    'vi',
    'th',
    'el',
    'he',
    'sv',
  ].find((candidate) => names.of(candidate)?.toLowerCase() === text.toLowerCase())
  return code ? { ok: true, value: code } : { ok: false, reason: 'unknown-language' }
}

/**
 * A row is known by its address, else by the list's own number, else by provider and title. The number
 * is kept beside the address, so that a row that gains an address later stays the same row.
 */
function keysOf(row: ImportRow, id: string): RowKeys {
  const idKey = id === '' ? null : `id:${id}`
  if (row.url !== null) {
    const { host, pathname, search } = new URL(row.url)
    return { own: `url:${host}${pathname.replace(/\/+$/, '')}${search}`, id: idKey }
  }
  return {
    own: idKey ?? `title:${row.provider.toLowerCase()}|${row.title.toLowerCase()}`,
    id: idKey,
  }
}
