import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import { addJob } from '../../shared/jobs'
import { enforce } from '../../shared/policy-result'
import { canChangeKeys } from '../policy'
import type { KeyAlgorithm } from '../schema'
import { createKey } from './issuers'
import { publishStatusList } from './status-lists'

type KeyDeps = Pick<Deps, 'db' | 'clock' | 'keys' | 'appUrl'>

/** The issuer of a key, held until the transaction ends, with the key that is named. Throws `not_found`. */
async function holdKey(tx: Tx, keyId: string) {
  const key = await tx.issuerKey.findUnique({ where: { id: keyId } })
  if (!key) throw notFound('issuer-key')
  await tx.$queryRaw`select id from issuers where id = ${key.issuerId}::uuid for no key update`
  return await tx.issuerKey.findUniqueOrThrow({ where: { id: keyId } })
}

/** Retires the key in use and makes the next one, which signs from now on; the lists are signed with it at once. */
async function replaceKey(
  tx: Tx,
  deps: KeyDeps,
  { issuerId, algorithm }: { issuerId: string; algorithm: KeyAlgorithm },
): Promise<string> {
  const now = deps.clock.now()
  const { count } = await tx.issuerKey.updateMany({
    where: { issuerId, algorithm, retiredAt: null },
    data: { retiredAt: now },
  })
  if (count !== 1) throw new Error(`the issuer ${issuerId} had ${count} keys in use`)
  return await createKey(tx, deps, { issuerId, algorithm })
}

/**
 * Gives an issuer its next key. The old one signs nothing more and stays in the DID document for ever: what it
 * signed goes on being valid. Needs `issuer.keys`. Safe to repeat: a key that is retired already is left
 * alone, so that a second click makes no second key. Throws `not_found`.
 */
export async function rotateKey(
  deps: KeyDeps,
  actor: Actor,
  { keyId, reason }: { keyId: string; reason: string },
): Promise<void> {
  enforce(canChangeKeys(actor))
  await deps.db.$transaction(async (tx) => {
    const held = await holdKey(tx, keyId)
    const { issuerId, kid, retiredAt } = held
    if (retiredAt !== null) return
    const next = await replaceKey(tx, deps, held)
    await signLists(tx, deps, issuerId)
    await recordAudit(tx, actor, {
      action: 'issuer.rotate-key',
      entityType: 'issuer',
      entityId: issuerId,
      before: { key: kid },
      after: { key: next },
      reason,
    })
  })
}

/**
 * Declares that somebody else may have had a key. From now on nothing that it signed is believed: it leaves the
 * keys that the DID document makes statements with. The issuer signs with a new one, its lists at once; every
 * standing credential that the key signed is issued anew by jobs, and leads to the new one. Needs
 * `issuer.keys`. Cannot be undone. Safe to repeat. Throws `not_found`.
 */
export async function declareCompromised(
  deps: KeyDeps,
  actor: Actor,
  { keyId, reason }: { keyId: string; reason: string },
): Promise<void> {
  enforce(canChangeKeys(actor))
  await deps.db.$transaction(async (tx) => {
    const held = await holdKey(tx, keyId)
    const { issuerId, kid, retiredAt, compromisedAt } = held
    if (compromisedAt !== null) return
    if (retiredAt === null) await replaceKey(tx, deps, held)
    const compromised = { compromisedAt: deps.clock.now() }
    await tx.issuerKey.update({ where: { id: keyId }, data: compromised })
    await signLists(tx, deps, issuerId)
    const hit = await tx.credential.findMany({
      where: { keyId, state: { in: ['valid', 'suspended'] } },
      select: { id: true },
    })
    for (const { id: credentialId } of hit) {
      const key = `credential-distrusted:${credentialId}`
      await addJob(tx, 'credential.distrusted', { credentialId }, { key })
    }
    await recordAudit(tx, actor, {
      action: 'issuer.declare-compromised',
      entityType: 'issuer',
      entityId: issuerId,
      after: { key: kid, credentials: hit.length },
      reason,
    })
  })
}

/** Signs all lists of an issuer anew: those that the old key signed would be believed by nobody. */
async function signLists(tx: Tx, deps: KeyDeps, issuerId: string): Promise<void> {
  const lists = await tx.statusList.findMany({ where: { issuerId }, select: { id: true } })
  for (const { id } of lists) await publishStatusList(tx, deps, id)
}
