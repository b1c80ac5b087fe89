import { createSealer, type Sealer } from '../shared/sealer'
import { type ItemKey, type ItemRationale, itemKey, itemRationale } from './schema/key'

/** Seals keys and rationales of items with `EXAM_KEYS_SECRET`; the first of the secrets seals, all open. */
export const createItemSealer = (secrets: readonly [string, ...string[]]): Sealer =>
  createSealer({ secrets, purpose: 'archway exam items v1', variable: 'EXAM_KEYS_SECRET' })

const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))
const text = (plain: Uint8Array): unknown => JSON.parse(Buffer.from(plain).toString())

/** The sealed columns of a version. They open with its id alone. */
export type SealedVersion = { id: string; keySealed: string; rationaleSealed: string }

export function sealVersion(
  sealer: Sealer,
  id: string,
  secret: { key: ItemKey; rationale: ItemRationale },
): SealedVersion {
  return {
    id,
    keySealed: sealer.seal(`item-version ${id} key`, bytes(secret.key)),
    rationaleSealed: sealer.seal(`item-version ${id} rationale`, bytes(secret.rationale)),
  }
}

/** What is right, for scoring. Throws when the installation's secret is not the one that sealed it. */
export const openKey = (sealer: Sealer, version: { id: string; keySealed: string }): ItemKey =>
  itemKey.parse(text(sealer.open(`item-version ${version.id} key`, version.keySealed)))

/** Why it is right, for reviews and for export. */
export const openRationale = (
  sealer: Sealer,
  version: { id: string; rationaleSealed: string },
): ItemRationale =>
  itemRationale.parse(
    text(sealer.open(`item-version ${version.id} rationale`, version.rationaleSealed)),
  )
