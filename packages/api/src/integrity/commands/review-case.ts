import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import { changeState } from '../../credentials/commands/change-state'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canReview } from '../policy'
import { caseInterests } from '../reads/case-interests'
import { caseDecision } from '../rules/case-decision'
import type { ReviewCaseInput } from '../schema'
import type { CaseState } from '../states'

type ReviewDeps = Pick<Deps, 'db' | 'clock' | 'keys' | 'appUrl'>

/**
 * Writes down what one reviewer concludes. The second who agrees decides the case in the same moment: a
 * confirmed one voids the sitting and takes back what it certified; a cleared one leaves a held result
 * to be released. Safe to repeat: the same verdict of the same person is told as it stands. Returns the
 * state of the case. Throws `not_found`, `forbidden` (`case-own`, `case-taught`), and `conflict`
 * (`case-closed`, `case-reviewed-otherwise`).
 */
export async function reviewCase(
  deps: ReviewDeps,
  actor: Member,
  { caseId, verdict, grounds }: ReviewCaseInput,
): Promise<{ state: CaseState }> {
  return await deps.db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from integrity_cases where id = ${caseId}::uuid for no key update`
    const found = await tx.integrityCase.findUnique({
      where: { id: caseId },
      select: {
        state: true,
        attemptId: true,
        reviews: { select: { reviewerId: true, verdict: true } },
      },
    })
    if (!found) throw notFound('case')
    enforce(canReview(actor, await caseInterests(tx, found.attemptId)))
    const before = found.reviews.find((review) => review.reviewerId === actor.userId)
    if (before) {
      if (before.verdict !== verdict) throw conflict('case-reviewed-otherwise')
      return { state: found.state }
    }
    if (found.state !== 'open') throw conflict('case-closed')
    const now = deps.clock.now()
    await tx.integrityReview.create({
      data: { caseId, reviewerId: actor.userId, verdict, grounds, createdAt: now },
    })
    const decision = caseDecision([...found.reviews.map((review) => review.verdict), verdict])
    if (decision) {
      await tx.integrityCase.update({
        where: { id: caseId },
        data: { state: decision, closedAt: now },
      })
    }
    if (decision === 'confirmed') await voidSitting(tx, deps, actor, found.attemptId)
    await recordAudit(tx, actor, {
      action: 'integrity-case.review',
      entityType: 'integrity-case',
      entityId: caseId,
      after: { verdict, state: decision ?? 'open' },
      reason: grounds,
    })
    return { state: decision ?? 'open' }
  })
}

/** The result of a sitting no longer counts, and the credential that it led to is taken back. */
async function voidSitting(tx: Tx, deps: ReviewDeps, actor: Member, attemptId: string) {
  await tx.examAttempt.updateMany({
    where: { id: attemptId, state: { not: 'voided' } },
    data: { state: 'voided', stateReason: 'integrity-confirmed', decidedById: actor.userId },
  })
  const credentials = await tx.credential.findMany({
    where: { cause: 'exam_pass', causeId: attemptId, state: { in: ['valid', 'suspended'] } },
    select: { id: true },
  })
  for (const { id } of credentials) {
    await changeState(tx, deps, actor, { credentialId: id, to: 'revoked', code: 'misconduct' })
  }
}
