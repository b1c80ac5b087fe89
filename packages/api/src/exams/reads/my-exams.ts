import type { DbOrTx } from '@archway/db/client'
import type { Member } from '../../shared/actor'

/** One of somebody's sittings, as far as they may know how it went. */
export type MySitting = {
  attemptId: string
  title: string
  slug: string
  number: number
  startedAt: Date
  status: 'running' | 'pending' | 'under-review' | 'passed' | 'failed' | 'voided'
  scaled: number | null
}

/** The actor's sittings, newest first. */
export async function listMySittings(db: DbOrTx, actor: Member): Promise<MySitting[]> {
  const attempts = await db.examAttempt.findMany({
    where: { candidateId: actor.userId, startedAt: { not: null } },
    orderBy: { startedAt: 'desc' },
    select: {
      id: true,
      number: true,
      state: true,
      startedAt: true,
      scheme: { select: { offering: { select: { title: true, slug: true } } } },
      scores: { orderBy: { number: 'desc' }, take: 1, select: { isPass: true, scaled: true } },
    },
  })
  return attempts.map(({ id, number, state, startedAt, scheme, scores: [score] }) => {
    const isReleased = state === 'released' && score !== undefined
    const open = { in_progress: 'running', held: 'under-review', voided: 'voided' } as const
    return {
      attemptId: id,
      ...scheme.offering,
      number,
      startedAt: startedAt as Date,
      status: isReleased
        ? score.isPass
          ? 'passed'
          : 'failed'
        : state in open
          ? open[state as keyof typeof open]
          : 'pending',
      scaled: isReleased ? score.scaled : null,
    }
  })
}
