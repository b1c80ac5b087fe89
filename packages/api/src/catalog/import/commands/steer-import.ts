import { recordAudit } from '../../../audit/commands'
import type { Actor } from '../../../shared/actor'
import type { Deps } from '../../../shared/deps'
import { notFound } from '../../../shared/errors'
import { addJob } from '../../../shared/jobs'
import { enforce } from '../../../shared/policy-result'
import { requireOneRow, statesBefore } from '../../../shared/transition'
import type { ColumnMapping, ImportState } from '../../schema/imports'
import { canImport } from '../policy'
import { importTransitions } from '../states'

/** Chooses which column is what and asks for a new preview. Not once the import was asked for. */
export async function setMapping(
  deps: Deps,
  actor: Actor,
  input: { importId: string; mapping: ColumnMapping },
): Promise<void> {
  enforce(canImport(actor))
  await deps.db.$transaction(async (tx) => {
    const { count } = await tx.catalogImport.updateMany({
      where: { id: input.importId, state: { in: statesBefore(importTransitions, 'uploaded') } },
      data: { state: 'uploaded', mapping: input.mapping, error: null },
    })
    await requireKnown(deps, input.importId, count)
    requireOneRow(count, 'import-not-editable')
    await addJob(
      tx,
      'catalog-import.uploaded',
      { importId: input.importId },
      { key: `import-preview:${input.importId}` },
    )
  })
}

/**
 * Asks for an import that was previewed; a job does it. A second call finds it queued and does nothing
 * more.
 */
export async function startImport(
  deps: Deps,
  actor: Actor,
  input: { importId: string },
): Promise<void> {
  enforce(canImport(actor))
  await deps.db.$transaction(async (tx) => {
    const { count } = await tx.catalogImport.updateMany({
      where: { id: input.importId, state: { in: statesBefore(importTransitions, 'queued') } },
      data: { state: 'queued' },
    })
    if (count === 0) {
      const row = await requireKnown(deps, input.importId, count)
      if (row && isUnderWay(row.state)) return
    }
    requireOneRow(count, 'import-not-previewed')
    await recordAudit(tx, actor, {
      action: 'catalog-import.start',
      entityType: 'catalog-import',
      entityId: input.importId,
    })
    await addJob(
      tx,
      'catalog-import.requested',
      { importId: input.importId },
      { key: `import-run:${input.importId}` },
    )
  })
}

const isUnderWay = (state: ImportState) => state === 'queued' || state === 'running'

/**
 * Stops an import. Batches that are committed stay; the one that is being written is undone. Cancelling
 * what is cancelled already does nothing.
 */
export async function cancelImport(
  deps: Deps,
  actor: Actor,
  input: { importId: string },
): Promise<void> {
  enforce(canImport(actor))
  await deps.db.$transaction(async (tx) => {
    const { count } = await tx.catalogImport.updateMany({
      where: { id: input.importId, state: { in: statesBefore(importTransitions, 'cancelled') } },
      data: { state: 'cancelled', finishedAt: deps.clock.now() },
    })
    if (count === 0) {
      const row = await requireKnown(deps, input.importId, count)
      if (row?.state === 'cancelled') return
    }
    requireOneRow(count, 'import-finished')
    await recordAudit(tx, actor, {
      action: 'catalog-import.cancel',
      entityType: 'catalog-import',
      entityId: input.importId,
    })
  })
}

async function requireKnown(deps: Deps, importId: string, count: number) {
  if (count === 1) return null
  const row = await deps.db.catalogImport.findUnique({
    where: { id: importId },
    select: { state: true },
  })
  if (row === null) throw notFound('import')
  return row
}
