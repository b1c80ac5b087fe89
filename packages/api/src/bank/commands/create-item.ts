import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { enforce } from '../../shared/policy-result'
import { canWriteItem } from '../policy'
import { refuseCandidate } from '../reads/barred-exams'
import { type Blueprint, requireBlueprint, requireDomain } from '../reads/blueprint'
import type { CreateItemInput, WrittenVersion } from '../schema/writing'
import { draftVersion } from './draft-version'

/** The next code of an objective: the scheme's code, the objective and a running number of three digits. */
async function nextCode(tx: Tx, { code, offeringId }: Blueprint, objective: string) {
  // One at a time for this exam, so that two new items never get the same number.
  await tx.$queryRaw`select id from offerings where id = ${offeringId}::uuid for no key update`
  const prefix = `${code}-${objective}-`
  const taken = await tx.item.findMany({
    where: { code: { startsWith: prefix } },
    select: { code: true },
  })
  const numbers = taken
    .map((item) => Number(item.code.slice(prefix.length)))
    .filter(Number.isInteger)
  return prefix + String(1 + Math.max(0, ...numbers)).padStart(3, '0')
}

/** The columns of a version by its author. */
export const versionData = (
  deps: Pick<Deps, 'itemSealer' | 'clock'>,
  author: Member,
  blueprint: Blueprint,
  written: WrittenVersion,
) => ({
  ...draftVersion(deps.itemSealer, written),
  kind: written.item.kind,
  domain: requireDomain(blueprint, written.objective),
  objective: written.objective,
  level: written.level,
  references: written.references,
  authorId: author.userId,
  createdAt: deps.clock.now(),
})

/**
 * Adds an item with its first version, as a draft, and gives it the next code of its objective. Throws
 * `objective-unknown`, `item-does-not-fit`, and refuses who may sit the exam.
 */
export async function createItem(
  deps: Deps,
  actor: Member,
  { offeringId, ...written }: CreateItemInput,
): Promise<{ itemId: string; code: string }> {
  enforce(canWriteItem(actor))
  return await deps.db.$transaction(async (tx) => {
    await refuseCandidate(tx, actor, offeringId)
    const blueprint = await requireBlueprint(tx, offeringId)
    return await addItem(tx, deps, actor, { blueprint, written, code: null })
  })
}

/** Adds an item inside a transaction; `code` null takes the next one of its objective. */
export async function addItem(
  tx: Tx,
  deps: Pick<Deps, 'itemSealer' | 'clock'>,
  actor: Member,
  {
    blueprint,
    written,
    code,
  }: { blueprint: Blueprint; written: WrittenVersion; code: string | null },
): Promise<{ itemId: string; code: string }> {
  const version = versionData(deps, actor, blueprint, written)
  const item = await tx.item.create({
    data: {
      code: code ?? (await nextCode(tx, blueprint, written.objective)),
      offeringId: blueprint.offeringId,
      createdAt: deps.clock.now(),
      versions: { create: { ...version, number: 1 } },
    },
    select: { id: true, code: true },
  })
  await recordAudit(tx, actor, {
    action: 'item.create',
    entityType: 'item',
    entityId: item.id,
    after: { code: item.code, kind: version.kind, objective: version.objective },
  })
  return { itemId: item.id, code: item.code }
}
