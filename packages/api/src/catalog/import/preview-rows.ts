import type { Db } from '@archway/db/client'
import type { ColumnMapping, ImportPreview } from '../schema/imports'
import { detectEncoding } from './detect-encoding'
import { isKnown, loadDirectory } from './directory'
import { countActions, issuesOf } from './import-rows'
import { matchRows } from './match-rows'
import { inBatches, MappingError, type OpenFile, readRows } from './read-rows'
import { guessDelimiter, readHead, readTable, TableError } from './read-table'
import { guessMapping } from './rules/columns'
import { compoundNames } from './rules/skills-cell'

const BATCH = 1000
const SAMPLE_ROWS = 5
const SHOWN_ISSUES = 50
const SHOWN_PROVIDERS = 100
const SHOWN_CELL = 200

/** What a file looks like: its encoding and delimiter, its columns and its first rows. */
export async function inspectFile(open: OpenFile) {
  const encoding = await detectEncoding(await open())
  const delimiter = guessDelimiter(await readHead(await open(), encoding))
  const head: string[][] = []
  for await (const { cells } of readTable(await open(), { encoding, delimiter })) {
    head.push(cells.map((cell) => cell.trim().slice(0, SHOWN_CELL)))
    if (head.length > SAMPLE_ROWS) break
  }
  const [columns = [], ...sample] = head
  return { encoding, delimiter, columns, sample }
}

/**
 * Goes through the whole file as the import would and tells what that would change, changing nothing.
 * Without a mapping it uses the guess; when that lacks a column that must be there, only the file is
 * described and all counts are zero. Throws TableError when the file is not a table.
 */
export async function previewRows(
  db: Db,
  open: OpenFile,
  source: string,
  chosen: ColumnMapping | null,
): Promise<ImportPreview> {
  const file = await inspectFile(open)
  const mapping = chosen ?? guessMapping(file.columns)
  const preview: ImportPreview = {
    ...file,
    mapping,
    counts: { total: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 },
    newProviders: [],
    newSkills: 0,
    warnings: 0,
    issues: [],
  }
  if (mapping.title === undefined || mapping.provider === undefined) return preview
  const directory = await loadDirectory(db)
  const newProviders = new Set<string>()
  const newSkills = new Set<string>()
  const rows = readRows(open, file, mapping, compoundNames(directory.skillNames))
  for await (const batch of inBatches(rows, BATCH)) {
    const matched = await matchRows(db, source, batch)
    const counts = countActions(matched)
    for (const key of Object.keys(counts) as (keyof typeof counts)[]) {
      preview.counts[key] += counts[key]
    }
    for (const row of matched) {
      const issues = issuesOf(row)
      if (row.action !== 'rejected') preview.warnings += issues.length
      if (preview.issues.length < SHOWN_ISSUES) {
        preview.issues.push(...issues.slice(0, SHOWN_ISSUES - preview.issues.length))
      }
      if (row.action !== 'created' && row.action !== 'updated') continue
      const { provider, skills } = row.source.row
      if (!isKnown(directory.providers, provider)) newProviders.add(provider)
      for (const skill of skills) {
        if (!isKnown(directory.skills, skill)) newSkills.add(skill.toLowerCase())
      }
    }
  }
  preview.newProviders = [...newProviders].sort().slice(0, SHOWN_PROVIDERS)
  preview.newSkills = newSkills.size
  return preview
}

/** A failure that is the file's, as text that the import row keeps (`reason:detail`); null for others. */
export function fileFailure(error: unknown): string | null {
  if (error instanceof TableError) return `${error.reason}:${error.line}`
  if (error instanceof MappingError) return `column-missing:${error.column}`
  return null
}
