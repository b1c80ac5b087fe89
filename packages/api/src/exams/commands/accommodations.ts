import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, invalid, notFound } from '../../shared/errors'
import { isUniqueViolation } from '../../shared/unique-violation'
import { databaseNow } from '../reads/database-now'
import { requireExamPlan } from '../reads/exam-scheme'
import { accommodationEnd } from '../rules/accommodation-end'
import type { DecideAccommodationInput, RequestAccommodationInput } from '../schema/board'

/** Asks for what one needs to sit an exam on equal terms. Throws `not_found` and `conflict` (`accommodation-open`). */
export async function requestAccommodation(
  { db }: Pick<Deps, 'db'>,
  actor: Member,
  { slug, request }: RequestAccommodationInput,
): Promise<{ accommodationId: string }> {
  const { offering } = await requireExamPlan(db, { slug })
  try {
    const { id } = await db.accommodation.create({
      data: { candidateId: actor.userId, offeringId: offering.id, request },
      select: { id: true },
    })
    return { accommodationId: id }
  } catch (error) {
    if (isUniqueViolation(error)) throw conflict('accommodation-open')
    throw error
  }
}

/** How much more time, and until when (exclusive); nothing when it is refused. Throws as `decideAccommodation` says. */
function agreementOf(input: DecideAccommodationInput, now: Date) {
  if (input.verdict === 'refuse') return { state: 'refused' as const }
  const end = accommodationEnd(input.lastDay, now)
  if (typeof end === 'string') throw invalid(end, 'lastDay')
  return { state: 'approved' as const, timeMultiplier: input.timeMultiplier, validUntil: end }
}

/**
 * Agrees to more time, or refuses it, once. The audit log does not say what for. Throws `not_found`, `forbidden`
 * (`exam-own-sitting`), `invalid` for an end that has passed or is too far away, and `conflict` (`accommodation-decided`).
 */
export async function decideAccommodation(
  { db }: Pick<Deps, 'db'>,
  actor: Member,
  input: DecideAccommodationInput,
): Promise<void> {
  const { accommodationId, answer } = input
  await db.$transaction(async (tx) => {
    const asked = await tx.accommodation.findUnique({
      where: { id: accommodationId },
      select: { candidateId: true },
    })
    if (!asked) throw notFound('accommodation')
    if (asked.candidateId === actor.userId) throw new DomainError('forbidden', 'exam-own-sitting')
    const now = await databaseNow(tx)
    const { count } = await tx.accommodation.updateMany({
      where: { id: accommodationId, state: 'requested' },
      data: {
        ...agreementOf(input, now),
        answer,
        decidedById: actor.userId,
        decidedAt: now,
      },
    })
    if (count !== 1) throw conflict('accommodation-decided')
    await recordAudit(tx, actor, {
      action: 'accommodation.decide',
      entityType: 'accommodation',
      entityId: accommodationId,
    })
  })
}
