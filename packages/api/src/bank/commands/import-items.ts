import type { DbOrTx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { enforce } from '../../shared/policy-result'
import type { BankItem, Loss } from '../exchange/bank-item'
import { readItemFile } from '../exchange/read-file'
import { canWriteItem } from '../policy'
import { refuseCandidate } from '../reads/barred-exams'
import { type Blueprint, requireBlueprint } from '../reads/blueprint'
import { pictureKey } from '../rules/picture-key'
import type { ReadFileInput } from '../schema/exchange'
import type { ItemKind } from '../schema/kinds'
import { addItem } from './create-item'

/** What becomes of an item of a file: added, left because its code is there already, or refused. */
export type ImportedItem = {
  place: string
  title: string
  losses: Loss[]
} & (
  | { outcome: 'new' | 'exists'; kind: ItemKind; objective: string; stem: string }
  | { outcome: 'refused'; problem: string }
)

type Judged = { shown: ImportedItem; item: BankItem | null }

/** Reads a file and says of each item what would become of it. */
async function judge(
  db: DbOrTx,
  deps: Pick<Deps, 'files'>,
  blueprint: Blueprint,
  { fileName, base64, objective, level }: ReadFileInput,
): Promise<Judged[]> {
  const bytes = Buffer.from(base64, 'base64')
  const read = readItemFile(fileName, bytes, { objective, level })
  const codes = read.flatMap((one) => (one.ok && one.item.code ? [one.item.code] : []))
  const known = await db.item.findMany({ where: { code: { in: codes } }, select: { code: true } })
  const taken = new Set(known.map(({ code }) => code))
  const objectives = new Set(
    blueprint.domains.flatMap((domain) => domain.objectives.map(({ code }) => code)),
  )
  const judged: Judged[] = []
  for (const one of read) {
    const { place, title, losses } = one
    const refuse = (problem: string) =>
      judged.push({ item: null, shown: { place, title, losses, outcome: 'refused', problem } })
    if (!one.ok) {
      refuse(one.problem)
      continue
    }
    const { item, code, objective: own } = one.item
    if (!objectives.has(own)) {
      refuse('objective-unknown')
      continue
    }
    if (!(await hasPictures(deps, one.item))) {
      refuse('picture-missing')
      continue
    }
    const outcome = code !== null && taken.has(code) ? 'exists' : 'new'
    if (code !== null) taken.add(code)
    judged.push({
      item: outcome === 'new' ? one.item : null,
      shown: {
        ...{ place, title, losses, outcome },
        kind: item.kind,
        objective: own,
        stem: item.content.stem.slice(0, 300),
      },
    })
  }
  return judged
}

async function hasPictures(deps: Pick<Deps, 'files'>, { item }: BankItem): Promise<boolean> {
  const parts = item.kind === 'case' ? item.content.parts.map((_, index) => index + 1) : [null]
  for (const part of parts) {
    const key = pictureKey(item, part)
    if (key !== null && !(await deps.files.exists(key))) return false
  }
  return true
}

/** What an import of this file would do. Writes nothing. */
export async function previewImport(
  deps: Deps,
  actor: Member,
  input: ReadFileInput,
): Promise<ImportedItem[]> {
  enforce(canWriteItem(actor))
  await refuseCandidate(deps.db, actor, input.offeringId)
  const blueprint = await requireBlueprint(deps.db, input.offeringId)
  return (await judge(deps.db, deps, blueprint, input)).map(({ shown }) => shown)
}

/**
 * Adds the items of a file as drafts of whoever brings them, all in one transaction. Safe to repeat: an
 * item whose code is there already is left alone.
 */
export async function importItems(
  deps: Deps,
  actor: Member,
  input: ReadFileInput,
): Promise<ImportedItem[]> {
  enforce(canWriteItem(actor))
  return await deps.db.$transaction(
    async (tx) => {
      await refuseCandidate(tx, actor, input.offeringId)
      const blueprint = await requireBlueprint(tx, input.offeringId)
      // One import of an exam at a time: two of the same file add its items once.
      await tx.$queryRaw`select id from offerings where id = ${input.offeringId}::uuid for no key update`
      const judged = await judge(tx, deps, blueprint, input)
      const added = judged.flatMap(({ item }) => item ?? [])
      for (const { code, ...written } of added) {
        await addItem(tx, deps, actor, { blueprint, written, code })
      }
      await recordAudit(tx, actor, {
        action: 'item.import',
        entityType: 'offering',
        entityId: input.offeringId,
        after: { file: input.fileName, added: added.length, read: judged.length },
      })
      return judged.map(({ shown }) => shown)
    },
    { timeout: 60_000 },
  )
}
