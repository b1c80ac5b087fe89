import type { DbOrTx } from '@archway/db/client'
import type { Actor } from '../../shared/actor'
import { forbidden } from '../../shared/errors'

/**
 * The exams that somebody may sit: with a voucher that is not used up, or an attempt that has no result
 * yet. Their items are closed to this person, whatever their roles.
 */
export async function listBarredExams(db: DbOrTx, actor: Actor): Promise<string[]> {
  if (actor.type !== 'member') return []
  const [vouchers, attempts] = await Promise.all([
    db.examVoucher.findMany({
      where: { ownerId: actor.userId, state: { in: ['available', 'reserved', 'held'] } },
      select: { offeringId: true },
    }),
    db.examAttempt.findMany({
      where: { candidateId: actor.userId, state: { notIn: ['released', 'voided'] } },
      select: { offeringId: true },
    }),
  ])
  return [...new Set([...vouchers, ...attempts].map(({ offeringId }) => offeringId))]
}

/** Refuses (`item-reader-is-candidate`) who may sit the exam that an item belongs to. */
export async function refuseCandidate(db: DbOrTx, actor: Actor, offeringId: string): Promise<void> {
  if ((await listBarredExams(db, actor)).includes(offeringId)) {
    throw forbidden('item-reader-is-candidate')
  }
}
