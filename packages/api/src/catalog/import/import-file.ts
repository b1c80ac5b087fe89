import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { createDb } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { System } from '../../shared/actor'
import { slugify } from '../../shared/slug'
import type { ImportCounts, ImportIssue } from '../schema/imports'
import { importSource } from '../schema/imports'
import { importRows } from './import-rows'
import { fileFailure, previewRows } from './preview-rows'

const importer: System = { type: 'system', name: 'catalog:import' }

export type ImportFileResult = {
  importId: string
  counts: ImportCounts
  /** every rejected row and every warning, by line */
  issues: AsyncIterable<ImportIssue>
  close(): Promise<void>
}

/** Name of the list that a file is from, by its name: "coursera-courses.csv" is from "coursera-courses". */
export const sourceOf = (path: string): string =>
  importSource.parse(
    slugify(basename(path).replace(/\.[^.]+$/, ''))
      .slice(0, 40)
      .replace(/-+$/, ''),
  )

/**
 * Imports a file from disk: first goes through all of it without changing anything, so that a broken
 * file changes nothing at all, then imports it. Safe to repeat: what is as it was stays untouched.
 * Throws with the line and the reason when the file is not a table or lacks a column that must be
 * there. Call `close` when the issues are read.
 */
export async function importFile(options: {
  databaseUrl: string
  path: string
  source?: string
  now?: () => Date
  onProgress?: (done: number, total: number) => void
}): Promise<ImportFileResult> {
  const now = options.now ?? (() => new Date())
  const source = importSource.parse(options.source ?? sourceOf(options.path))
  const { size } = await stat(options.path)
  const open = () => createReadStream(options.path)
  const db = createDb(options.databaseUrl, { poolSize: 2 })
  try {
    const preview = await previewRows(db, open, source, null)
    const { encoding, delimiter, mapping } = preview
    if (mapping.title === undefined || mapping.provider === undefined) {
      throw new Error(
        `No column is recognised as ${mapping.title === undefined ? 'the title' : 'the provider'}. The file has: ${preview.columns.join(', ')}`,
      )
    }
    const row = await db.catalogImport.create({
      data: {
        source,
        fileName: basename(options.path),
        fileKey: '',
        sizeBytes: size,
        state: 'running',
        mapping,
        encoding,
        totalRows: preview.counts.total,
        preview: JSON.parse(JSON.stringify(preview)),
        startedAt: now(),
      },
      select: { id: true },
    })
    try {
      await importRows(
        db,
        open,
        { importId: row.id, source, format: { encoding, delimiter }, mapping, processedRows: 0 },
        { now, onProgress: (done) => options.onProgress?.(done, preview.counts.total) },
      )
    } catch (error) {
      await db.catalogImport.update({
        where: { id: row.id },
        data: { state: 'failed', error: fileFailure(error) ?? 'interrupted:', finishedAt: now() },
      })
      throw error
    }
    const done = await db.$transaction(async (tx) => {
      const finished = await tx.catalogImport.update({
        where: { id: row.id },
        data: { state: 'done', finishedAt: now() },
        select: { createdRows: true, updatedRows: true, unchangedRows: true, rejectedRows: true },
      })
      await recordAudit(tx, importer, {
        action: 'catalog.import',
        entityType: 'catalog-import',
        entityId: row.id,
        after: { source, fileName: basename(options.path), ...finished },
      })
      return finished
    })
    return {
      importId: row.id,
      counts: {
        total: preview.counts.total,
        created: done.createdRows,
        updated: done.updatedRows,
        unchanged: done.unchangedRows,
        rejected: done.rejectedRows,
      },
      issues: allIssues(db, row.id),
      close: () => db.$disconnect(),
    }
  } catch (error) {
    await db.$disconnect()
    throw error
  }
}

async function* allIssues(
  db: ReturnType<typeof createDb>,
  importId: string,
): AsyncGenerator<ImportIssue> {
  const size = 500
  for (let skip = 0; ; skip += size) {
    const rows = await db.catalogImportIssue.findMany({
      where: { importId },
      orderBy: [{ line: 'asc' }, { severity: 'asc' }, { field: 'asc' }],
      skip,
      take: size,
      select: { line: true, field: true, severity: true, reason: true, value: true },
    })
    yield* rows
    if (rows.length < size) return
  }
}
