import { randomBytes } from 'node:crypto'
import type { DbOrTx, Tx } from '@archway/db/client'
import type { Deps } from '../../shared/deps'
import { hashIdentity } from '../proof/credential-document'
import { requireEarnedAward } from '../reads/award'
import type { Award } from '../schema'
import { ensureAchievement } from './achievements'
import { changeState } from './change-state'
import { holdIssuer } from './issuers'
import { keepCredential } from './keep-credential'

type IssuingDeps = Pick<Deps, 'db' | 'clock' | 'keys' | 'appUrl'>
export type Issued = { credentialId: string; isNew: boolean }

/** The credential of an award that stands; one that was superseded gave its place to another. */
const findIssued = async (db: DbOrTx, { cause, causeId }: Award): Promise<Issued | null> => {
  const where = { cause, causeId, state: { not: 'superseded' } } as const
  const issued = await db.credential.findFirst({ where, select: { id: true } })
  return issued && { credentialId: issued.id, isNew: false }
}

/**
 * Issues the credential of an award, once, in a transaction of its own. Safe to repeat, also at once: the same
 * award is one credential. Throws as `requireEarnedAward` does.
 */
export async function issueCredential(deps: IssuingDeps, award: Award): Promise<Issued> {
  return (
    (await findIssued(deps.db, award)) ??
    (await deps.db.$transaction((tx) => issueInTransaction(tx, deps, award)))
  )
}

/**
 * Issues the credential of an award in the caller's transaction, so that it exists if and only if what it was
 * awarded for does. For the pass of an exam: `{ cause: 'exam_pass', causeId: attempt.id }`, after the attempt
 * was set to `released` in the same transaction; its last score has to be a pass. Everything that it says is read
 * from the database: the name from the attempt, scale, cut and validity from its version of the scheme, the score
 * from its last `AttemptScore`.
 *
 * An earlier valid credential of the same certification and holder is superseded by it, and linked. One that is
 * suspended stays so: a renewal decides nothing about what is under review.
 *
 * The transaction holds the issuer until it ends (some 20 ms for signing), so nothing slow may follow. Safe to
 * repeat: an award that has its credential gets that one (`isNew: false`). Throws as `requireEarnedAward` does.
 */
export async function issueInTransaction(
  tx: Tx,
  deps: Omit<IssuingDeps, 'db'>,
  award: Award,
): Promise<Issued> {
  const earned = await requireEarnedAward(tx, award, deps.clock.now())
  const { provider, offeringId, content, name, email, ...rest } = earned
  const issuer = await holdIssuer(tx, deps, provider)
  const issued = await findIssued(tx, award)
  if (issued) return issued
  const earlier = award.cause === 'exam_pass' ? await findEarlier(tx, earned) : null
  if (earlier) {
    await changeState(tx, deps, system, { ...earlier, to: 'superseded', code: 'renewed' })
  }
  const achievement = await ensureAchievement(tx, { issuerId: issuer.id, offeringId, content })
  const credentialId = await keepCredential(tx, deps, issuer, {
    ...rest,
    provider,
    achievement: { ...achievement, content },
    holder: { name, ...hashIdentity(email.toLowerCase(), randomBytes(16).toString('hex')) },
  })
  if (earlier) {
    const where = { id: earlier.credentialId }
    await tx.credential.update({ where, data: { replacedById: credentialId } })
  }
  return { credentialId, isNew: true }
}

const system = { type: 'system', name: 'credentials' } as const

/** The valid credential that a new pass of the same certification renews. */
async function findEarlier(tx: Tx, { userId, offeringId }: { userId: string; offeringId: string }) {
  const earlier = await tx.credential.findFirst({
    where: { userId, cause: 'exam_pass', state: 'valid', achievement: { offeringId } },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  })
  return earlier && { credentialId: earlier.id }
}
