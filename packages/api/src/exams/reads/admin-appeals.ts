import type { DbOrTx } from '@archway/db/client'
import type { Member } from '../../shared/actor'
import { canDecideAppeal } from '../policy'
import type { AppealListInput } from '../schema/board'
import { databaseNow } from './database-now'

const person = { select: { id: true, name: true, email: true } } as const
/** A page of what the board looks through at once. */
const shown = 100

/**
 * Appeals for the board: those that wait with the nearest due date first, the others with the newest decision.
 * `mayDecide` says for each whether the reader may decide it, by the policy that the decision asks, and if not why.
 */
export async function listAppeals(db: DbOrTx, actor: Member, { isOpen }: AppealListInput) {
  const [now, rows] = await Promise.all([
    databaseNow(db),
    db.appeal.findMany({
      where: { state: isOpen ? 'open' : { not: 'open' } },
      orderBy: isOpen ? { dueAt: 'asc' } : { decidedAt: 'desc' },
      take: shown,
      select: {
        id: true,
        state: true,
        grounds: true,
        dueAt: true,
        createdAt: true,
        decision: true,
        decidedAt: true,
        decidedBy: person,
        attempt: {
          select: {
            id: true,
            number: true,
            state: true,
            candidateId: true,
            decidedById: true,
            decidedBy: person,
            scheme: { select: { offering: { select: { title: true } } } },
            candidate: {
              select: {
                id: true,
                name: true,
                email: true,
                enrolments: { select: { offering: { select: { providerId: true } } } },
              },
            },
            scores: {
              orderBy: { number: 'desc' },
              take: 1,
              select: { scaled: true, isPass: true },
            },
          },
        },
      },
    }),
  ])
  return rows.map(({ attempt: { candidate, scheme, scores, ...attempt }, ...appeal }) => {
    const { enrolments, ...who } = candidate
    const may = canDecideAppeal(actor, {
      candidateId: attempt.candidateId,
      decidedById: attempt.decidedById,
      taughtBy: enrolments.map(({ offering }) => offering.providerId),
    })
    return {
      ...appeal,
      isLate: appeal.state === 'open' && appeal.dueAt < now,
      candidate: who,
      mayDecide: may.ok ? ({ ok: true } as const) : ({ ok: false, reason: may.reason } as const),
      sitting: {
        id: attempt.id,
        title: scheme.offering.title,
        number: attempt.number,
        state: attempt.state,
        decidedBy: attempt.decidedBy,
        score: scores[0] ?? null,
      },
    }
  })
}
