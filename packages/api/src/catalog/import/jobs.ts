import { recordAudit } from '../../audit/commands'
import type { System } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { columnMapping, importPreview } from '../schema/imports'
import { ImportStopped, importRows } from './import-rows'
import { fileFailure, previewRows } from './preview-rows'

const importer: System = { type: 'system', name: 'catalog-import' }

const storedMapping = (value: unknown) => columnMapping.safeParse(value).data ?? null

/**
 * Goes through an uploaded file and keeps what importing it would do. Changes nothing of the catalogue.
 * Safe to repeat: an import that is past its preview is left alone.
 */
export async function previewCatalogImport(
  deps: Deps,
  { importId }: { importId: string },
): Promise<void> {
  const { db } = deps
  const { count } = await db.catalogImport.updateMany({
    where: { id: importId, state: { in: ['uploaded', 'previewing'] } },
    data: { state: 'previewing', progressedAt: deps.clock.now() },
  })
  if (count === 0) return
  const row = await db.catalogImport.findUniqueOrThrow({
    where: { id: importId },
    select: { source: true, fileKey: true, mapping: true },
  })
  const open = () => deps.files.getStream(row.fileKey)
  try {
    const preview = await previewRows(db, open, row.source, storedMapping(row.mapping))
    await db.catalogImport.updateMany({
      where: { id: importId, state: 'previewing' },
      data: {
        state: 'previewed',
        preview,
        mapping: preview.mapping,
        encoding: preview.encoding,
        totalRows: preview.counts.total,
      },
    })
  } catch (error) {
    const failure = fileFailure(error)
    if (failure === null) throw error
    await fail(deps, importId, failure)
  }
}

/**
 * Imports the rows of a file that staff asked for, with progress after every batch. Safe to repeat: a
 * run that was killed goes on after its last committed batch; a finished or cancelled import is left
 * alone; of two runs at once only one commits each batch.
 */
export async function runCatalogImport(
  deps: Deps,
  { importId }: { importId: string },
): Promise<void> {
  const { db, clock } = deps
  const { count } = await db.catalogImport.updateMany({
    where: { id: importId, state: { in: ['queued', 'running'] } },
    data: { state: 'running', progressedAt: clock.now() },
  })
  if (count === 0) return
  await db.catalogImport.updateMany({
    where: { id: importId, startedAt: null },
    data: { startedAt: clock.now() },
  })
  const row = await db.catalogImport.findUniqueOrThrow({
    where: { id: importId },
    select: { source: true, fileKey: true, mapping: true, preview: true, processedRows: true },
  })
  const mapping = storedMapping(row.mapping)
  const format = importPreview.pick({ encoding: true, delimiter: true }).safeParse(row.preview)
  if (mapping === null || !format.success) return await fail(deps, importId, 'mapping-missing:')
  try {
    await importRows(
      db,
      () => deps.files.getStream(row.fileKey),
      {
        importId,
        source: row.source,
        format: format.data,
        mapping,
        processedRows: row.processedRows,
      },
      {
        now: () => clock.now(),
        onChanged: (offeringIds) =>
          deps.expireTags([cacheTags.catalog, ...offeringIds.map(cacheTags.offering)]),
      },
    )
    await finish(deps, importId)
  } catch (error) {
    if (error instanceof ImportStopped) return
    const failure = fileFailure(error)
    if (failure === null) throw error
    await fail(deps, importId, failure)
  }
}

async function finish(deps: Deps, importId: string): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const { count } = await tx.catalogImport.updateMany({
      where: { id: importId, state: 'running' },
      data: { state: 'done', finishedAt: deps.clock.now() },
    })
    if (count === 0) return
    const row = await tx.catalogImport.findUniqueOrThrow({
      where: { id: importId },
      select: {
        source: true,
        fileName: true,
        createdRows: true,
        updatedRows: true,
        unchangedRows: true,
        rejectedRows: true,
      },
    })
    await recordAudit(tx, importer, {
      action: 'catalog-import.finish',
      entityType: 'catalog-import',
      entityId: importId,
      after: row,
    })
  })
}

/** Ends an import because of its file. */
async function fail(deps: Deps, importId: string, error: string): Promise<void> {
  await deps.db.catalogImport.updateMany({
    where: { id: importId, state: { in: ['previewing', 'running'] } },
    data: { state: 'failed', error, finishedAt: deps.clock.now() },
  })
}
