import { randomInt } from 'node:crypto'
import type { Tx } from '@archway/db/client'
import type { Deps } from '../../shared/deps'
import { statusListDocument } from '../proof/credential-document'
import { addProof } from '../proof/data-integrity'
import { encodeBits } from '../proof/status-bits'
import { credentialUrls } from '../rules/addresses'
import { requireSigningIssuer } from './issuers'

type Signing = Pick<Deps, 'clock' | 'keys' | 'appUrl'>

/** How long a list may be believed after it was signed, and how long before that ends it is signed again. */
const lifetimeMs = 24 * 3_600_000
const refreshBeforeMs = 12 * 3_600_000

/**
 * Signs a list as it stands and publishes it, in the caller's transaction, so that a decision and the list
 * that tells it exist together or not at all. Who changes or signs a list waits for one another. Safe to repeat.
 */
export async function publishStatusList(tx: Tx, deps: Signing, listId: string): Promise<void> {
  const [list] = await tx.$queryRaw<{ number: number; size: number; issuer_id: string }[]>`
    select number, size, issuer_id from status_lists where id = ${listId}::uuid for no key update`
  if (!list) throw new Error(`there is no status list ${listId}`)
  const set = await tx.statusAllocation.findMany({
    where: { listId, isSet: true },
    select: { index: true },
  })
  const issuer = await requireSigningIssuer(tx, deps, { id: list.issuer_id })
  const now = deps.clock.now()
  const validUntil = new Date(now.getTime() + lifetimeMs)
  const unsigned = statusListDocument({
    url: credentialUrls.statusList(deps.appUrl, list.number),
    did: issuer.did,
    encodedList: encodeBits(
      list.size,
      set.map(({ index }) => index),
    ),
    validFrom: now,
    validUntil,
  })
  const document = JSON.stringify(await addProof(unsigned, issuer.signer, now))
  await tx.statusList.update({ where: { id: listId }, data: { document, validUntil } })
}

/**
 * A list of the issuer with room in it, begun and published when all are full. The caller holds the issuer, so
 * that nobody else takes the last room.
 */
export async function openStatusList(tx: Tx, deps: Signing, issuerId: string) {
  const select = { id: true, number: true, size: true } as const
  const list = await tx.statusList.findFirst({
    where: { issuerId, allocated: { lt: tx.statusList.fields.capacity } },
    orderBy: { number: 'asc' },
    select,
  })
  if (list) return list
  const created = await tx.statusList.create({ data: { issuerId }, select })
  await publishStatusList(tx, deps, created.id)
  return created
}

/** Draws a free bit of a list by chance: its place says nothing about when the credential was issued. */
export async function takeBit(tx: Tx, list: { id: string; size: number }): Promise<number> {
  for (;;) {
    const index = randomInt(list.size)
    const listId_index = { listId: list.id, index }
    if (await tx.statusAllocation.findUnique({ where: { listId_index } })) continue
    const data = { allocated: { increment: 1 } }
    await tx.statusList.update({ where: { id: list.id }, data, select: { id: true } })
    return index
  }
}

/** Signs the lists again that may not be believed for long any more. Safe to repeat. */
export async function refreshStatusLists(deps: Signing & Pick<Deps, 'db'>): Promise<number> {
  const soon = new Date(deps.clock.now().getTime() + refreshBeforeMs)
  const due = await deps.db.statusList.findMany({
    where: { OR: [{ validUntil: null }, { validUntil: { lt: soon } }] },
    select: { id: true },
  })
  for (const { id } of due) await deps.db.$transaction((tx) => publishStatusList(tx, deps, id))
  return due.length
}
