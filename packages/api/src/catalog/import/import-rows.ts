import type { Db } from '@archway/db/client'
import { newIds } from '../../shared/uuid'
import type { ColumnMapping, ImportCounts } from '../schema/imports'
import { type Directory, ensureNames, loadDirectory } from './directory'
import { type MatchedRow, matchRows } from './match-rows'
import { type FileRow, inBatches, type OpenFile, readRows, type TableFormat } from './read-rows'
import { compoundNames } from './rules/skills-cell'
import { type RowToWrite, writeRows } from './write-rows'

/** Rows per transaction: enough to make statements worth their while, few enough to be short. */
const BATCH = 400

/** The import was cancelled, or somebody else is running it. What is committed stays. */
export class ImportStopped extends Error {}

export type ImportJob = {
  importId: string
  source: string
  format: TableFormat
  mapping: ColumnMapping
  /** rows that an earlier run of the same import has committed */
  processedRows: number
}

export type ImportSteps = {
  now(): Date
  onProgress?(processedRows: number): void
  /** ids of offerings that a batch changed, after its commit */
  onChanged?(offeringIds: readonly string[], createdAny: boolean): void
}

/**
 * Imports a file from where the last run of this import stopped. Every batch is one transaction that
 * also moves the counters, so that a killed import goes on exactly there, and two runs of one import
 * cannot both commit a batch. Batches of all imports are written one after the other: two imports of
 * one list find each other's rows instead of making them twice. Throws ImportStopped when it is no
 * longer running.
 */
export async function importRows(
  db: Db,
  open: OpenFile,
  job: ImportJob,
  steps: ImportSteps,
): Promise<void> {
  let directory = await loadDirectory(db)
  const compounds = compoundNames(directory.skillNames)
  const rows = readRows(open, job.format, job.mapping, compounds)
  let processed = job.processedRows
  for await (const batch of inBatches(skipping(rows, job.processedRows), BATCH)) {
    const written = await db.$transaction(
      (tx) => importBatch(tx, batch, job, processed, directory, steps),
      {
        timeout: 60_000,
        maxWait: 30_000,
      },
    )
    directory = written.directory
    processed += batch.length
    if (written.changed.length > 0) steps.onChanged?.(written.changed, written.createdAny)
    steps.onProgress?.(processed)
  }
}

async function* skipping<Item>(items: AsyncIterable<Item>, count: number): AsyncGenerator<Item> {
  let index = 0
  for await (const item of items) {
    if (index++ >= count) yield item
  }
}

async function importBatch(
  tx: Parameters<Parameters<Db['$transaction']>[0]>[0],
  batch: readonly FileRow[],
  job: ImportJob,
  processed: number,
  known: Directory,
  steps: ImportSteps,
) {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('catalog-import', 0))::text`
  const now = steps.now()
  const matched = await matchRows(tx, job.source, batch)
  const ids = newIds(matched.length)
  const toWrite = matched.flatMap((row, index): RowToWrite[] => {
    if (row.action === 'created') {
      return [{ offeringId: ids[index] ?? '', isNew: true, source: row.source }]
    }
    return row.action === 'updated'
      ? [{ offeringId: row.offeringId, isNew: false, source: row.source }]
      : []
  })
  const directory = await ensureNames(tx, known, {
    providers: toWrite.map(({ source }) => source.row.provider),
    skills: toWrite.flatMap(({ source }) => source.row.skills),
    topics: toWrite.flatMap(({ source }) => source.row.topics),
  })
  await writeRows(tx, toWrite, { source: job.source, importId: job.importId, directory, now })
  await writeIssues(tx, job.importId, matched)
  const counts = countActions(matched)
  const { count } = await tx.catalogImport.updateMany({
    where: { id: job.importId, state: 'running', processedRows: processed },
    data: {
      processedRows: { increment: batch.length },
      progressedAt: now,
      createdRows: { increment: counts.created },
      updatedRows: { increment: counts.updated },
      unchangedRows: { increment: counts.unchanged },
      rejectedRows: { increment: counts.rejected },
    },
  })
  if (count !== 1) throw new ImportStopped('the import is not running any more')
  return {
    directory,
    changed: toWrite.map(({ offeringId }) => offeringId),
    createdAny: toWrite.some(({ isNew }) => isNew),
  }
}

/** How many rows do what. */
export function countActions(matched: readonly MatchedRow[]): ImportCounts {
  const counts = { total: matched.length, created: 0, updated: 0, unchanged: 0, rejected: 0 }
  for (const { action } of matched) counts[action] += 1
  return counts
}

/** The issues of a matched row with its line: reasons of a rejection, or warnings. */
export const issuesOf = (row: MatchedRow) =>
  row.action === 'rejected'
    ? row.issues.map((issue) => ({ line: row.line, ...issue }))
    : row.source.warnings.map((issue) => ({ line: row.source.line, ...issue }))

async function writeIssues(
  tx: Parameters<typeof importBatch>[0],
  importId: string,
  matched: readonly MatchedRow[],
): Promise<void> {
  const issues = matched.flatMap(issuesOf)
  if (issues.length === 0) return
  await tx.catalogImportIssue.createMany({
    data: issues.map((issue) => ({ importId, ...issue })),
    skipDuplicates: true,
  })
}
