import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { forbidden } from '../../shared/errors'
import { can } from '../../shared/permissions'
import { type BankItem, bankItem } from '../exchange/bank-item'
import { writeItemsCsv } from '../exchange/items-csv'
import { writeQtiPackage } from '../exchange/qti-package'
import { refuseCandidate } from '../reads/barred-exams'
import { requireBlueprint } from '../reads/blueprint'
import { contentOf } from '../reads/preview'
import { pictureKey } from '../rules/picture-key'
import type { ExportItemsInput } from '../schema/exchange'
import { openKey, openRationale } from '../sealing'

export type ExportedItems = { fileName: string; contentType: string; bytes: Uint8Array }

/** The newest version of each item of an exam that is not retired, whole. */
async function wholeItems(deps: Deps, offeringId: string): Promise<BankItem[]> {
  const items = await deps.db.item.findMany({
    where: { offeringId, state: { not: 'retired' } },
    orderBy: { code: 'asc' },
    select: { code: true, versions: { orderBy: { number: 'desc' }, take: 1 } },
  })
  return items.flatMap(({ code, versions }) =>
    versions.map((version) =>
      bankItem.parse({
        code,
        objective: version.objective,
        level: version.level,
        references: version.references,
        item: contentOf(version),
        key: openKey(deps.itemSealer, version),
        rationale: openRationale(deps.itemSealer, version),
      }),
    ),
  )
}

async function pictures(deps: Deps, items: readonly BankItem[]) {
  const keys = items.flatMap(({ item }) => {
    const parts = item.kind === 'case' ? item.content.parts.map((_, index) => index + 1) : [null]
    return parts.flatMap((part) => pictureKey(item, part) ?? [])
  })
  return await Promise.all(
    [...new Set(keys)].map(async (path) => ({ path, bytes: await deps.files.getBytes(path) })),
  )
}

/**
 * The items of an exam with their keys as a file, and a line in the audit log about who took it. Refuses
 * who may not, and who may sit the exam.
 */
export async function exportItems(
  deps: Deps,
  actor: Member,
  { offeringId, format }: ExportItemsInput,
): Promise<ExportedItems> {
  if (!can(actor, 'item.export')) throw forbidden()
  await refuseCandidate(deps.db, actor, offeringId)
  const { code } = await requireBlueprint(deps.db, offeringId)
  const items = await wholeItems(deps, offeringId)
  await recordAudit(deps.db, actor, {
    action: 'item.export',
    entityType: 'offering',
    entityId: offeringId,
    after: { format, items: items.length },
  })
  if (format === 'csv') {
    const bytes = Buffer.from(writeItemsCsv(items))
    return { fileName: `${code}-items.csv`, contentType: 'text/csv; charset=utf-8', bytes }
  }
  const version = format === 'qti3' ? '3.0' : '2.2'
  const bytes = writeQtiPackage(items, version, await pictures(deps, items))
  return { fileName: `${code}-items-qti-${version}.zip`, contentType: 'application/zip', bytes }
}
