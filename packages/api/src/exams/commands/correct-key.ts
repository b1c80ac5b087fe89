import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { invalid, notFound } from '../../shared/errors'
import type { CorrectKeyInput } from '../schema/board'
import { keepScore, scoreOf } from './score-attempt'

/** What a corrected key changed. */
export type Regraded = {
  sittings: number
  /** whose result turns: a credential follows by a decision of its own, never by itself */
  turned: { attemptId: string; isPass: boolean }[]
}

/**
 * Decides that another key counts for an item that was delivered, or that everybody earns its points, and scores every
 * sitting with it again: each gets one more score, which counts from then on. Throws `not_found` and `invalid`
 * (`key-version-invalid`) for a key that is not of a later version of the same item.
 */
export async function correctKey(
  deps: Pick<Deps, 'db' | 'itemSealer'>,
  actor: Member,
  { versionId, keyVersionId, reason }: CorrectKeyInput,
): Promise<Regraded> {
  return await deps.db.$transaction(
    async (tx) => {
      const version = await tx.itemVersion.findUnique({
        where: { id: versionId },
        select: { itemId: true, number: true },
      })
      if (!version) throw notFound('item')
      if (keyVersionId !== null) {
        const other = await tx.itemVersion.findFirst({
          where: { id: keyVersionId, itemId: version.itemId, number: { gt: version.number } },
          select: { id: true },
        })
        if (!other) throw invalid('key-version-invalid', 'keyVersionId')
      }
      await tx.keyCorrection.create({
        data: {
          versionId,
          effect: keyVersionId === null ? 'credit_all' : 'use_version',
          keyVersionId,
          reason,
          decidedById: actor.userId,
        },
      })
      const attempts = await tx.examAttempt.findMany({
        where: {
          state: { in: ['scored', 'held', 'released'] },
          items: { some: { versionId } },
        },
        orderBy: { id: 'asc' },
        select: {
          id: true,
          scores: { orderBy: { number: 'desc' }, take: 1, select: { isPass: true } },
        },
      })
      const turned: Regraded['turned'] = []
      for (const { id, scores } of attempts) {
        const score = await scoreOf(tx, deps, id)
        await keepScore(tx, id, score, { cause: 'regrade', note: reason })
        if (scores[0]?.isPass !== score.isPass) {
          turned.push({ attemptId: id, isPass: score.isPass })
        }
      }
      await recordAudit(tx, actor, {
        action: 'exam-key.correct',
        entityType: 'item-version',
        entityId: versionId,
        after: { keyVersionId, sittings: attempts.length, turned: turned.length },
        reason,
      })
      return { sittings: attempts.length, turned }
    },
    { timeout: 60_000 },
  )
}
