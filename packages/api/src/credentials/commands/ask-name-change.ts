import { randomUUID } from 'node:crypto'
import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, invalid } from '../../shared/errors'
import { addJob } from '../../shared/jobs'
import { isUniqueViolation } from '../../shared/unique-violation'
import { evidenceFileKey, evidenceType, maxEvidenceBytes } from '../rules/evidence'
import type { NameChangeInput } from '../schema'

/**
 * Asks for another name on all of one's credentials, with evidence for staff to look at. One question at a time.
 * The file is kept in the private store until the question is answered. Throws `precondition`
 * (`credential-name-unconfirmed`) before there is a name, `conflict` (`name-change-open`, `name-unchanged`), and
 * `invalid` for a file that is none of the three kinds.
 */
export async function askNameChange(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  actor: Member,
  { newName, explanation, evidence }: NameChangeInput,
): Promise<void> {
  const { credentialName } = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { credentialName: true },
  })
  if (credentialName === null) throw new DomainError('precondition', 'credential-name-unconfirmed')
  if (credentialName === newName) throw conflict('name-unchanged')
  const bytes = Buffer.from(evidence, 'base64')
  const contentType = evidenceType(bytes)
  if (contentType === null) throw invalid('name-evidence-kind', 'evidence')
  if (bytes.length > maxEvidenceBytes) throw invalid('name-evidence-too-long', 'evidence')
  const id = randomUUID()
  const evidenceKey = evidenceFileKey(id)
  await files.put(evidenceKey, bytes, { contentType })
  try {
    await db.$transaction(async (tx) => {
      const data = { id, userId: actor.userId, newName, explanation, evidenceKey }
      await tx.nameChange.create({ data })
      await recordAudit(tx, actor, {
        action: 'credential.name-change-ask',
        entityType: 'person',
        entityId: actor.userId,
      })
    })
  } catch (error) {
    await files.delete(evidenceKey)
    throw isUniqueViolation(error) ? conflict('name-change-open') : error
  }
}

/** Takes one's own question back. Safe to repeat. */
export async function withdrawNameChange(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  actor: Member,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const open = await tx.nameChange.findFirst({
      where: { userId: actor.userId, state: 'asked' },
      select: { id: true },
    })
    if (!open) return
    const { count } = await tx.nameChange.updateMany({
      where: { id: open.id, state: 'asked' },
      data: { state: 'withdrawn', decidedAt: clock.now(), evidenceKey: null },
    })
    if (count === 1) await addJob(tx, 'name-change.settled', { nameChangeId: open.id })
  })
}
