import type { Tx } from '@archway/db/client'
import { issueInTransaction } from '../../credentials/commands/issue-credential'
import { mayProposeCase } from '../../integrity/rules/signals'
import type { Deps } from '../../shared/deps'
import { keepScore, scoreOf } from './score-attempt'

export type ReleaseDeps = Pick<Deps, 'clock' | 'keys' | 'appUrl'>

/**
 * Tells the candidate the result of a sitting that is scored or held, and issues the credential of a pass with it: both or
 * neither. `decidedById` is null when it follows from the rules alone.
 */
export async function releaseAttempt(
  tx: Tx,
  deps: ReleaseDeps,
  { attemptId, decidedById }: { attemptId: string; decidedById: string | null },
): Promise<void> {
  await tx.$executeRaw`
    update exam_attempts set state = 'released', released_at = clock_timestamp(),
      decided_by_id = ${decidedById}::uuid
    where id = ${attemptId}::uuid`
  const last = await tx.attemptScore.findFirst({
    where: { attemptId },
    orderBy: { number: 'desc' },
    select: { isPass: true },
  })
  if (last?.isPass) await issueInTransaction(tx, deps, { cause: 'exam_pass', causeId: attemptId })
}

/** Whether people look at a sitting already, or have to: a case is open, or its flags are enough for one. */
async function isForPeople(tx: Tx, attemptId: string): Promise<boolean> {
  const { flags, integrityCases } = await tx.examAttempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: {
      flags: { select: { rule: true, chance: true } },
      integrityCases: { select: { state: true } },
    },
  })
  if (integrityCases.some(({ state }) => state === 'open')) return true
  return integrityCases.length === 0 && mayProposeCase(flags)
}

/**
 * Scores a sitting that is over, once, and releases its result, unless it is for people to look at first: then it is held.
 * Safe to repeat: what was scored before is left alone.
 */
export async function settleAttempt(
  deps: Pick<Deps, 'db' | 'itemSealer'> & ReleaseDeps,
  attemptId: string,
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const [over] = await tx.$queryRaw<{ id: string }[]>`
      select id from exam_attempts
      where id = ${attemptId}::uuid and state in ('submitted', 'expired') for no key update`
    if (!over) return
    const score = await scoreOf(tx, deps, attemptId)
    await keepScore(tx, attemptId, score, { cause: 'first', note: '' })
    await tx.examAttempt.update({
      where: { id: attemptId },
      data: { state: 'scored' },
      select: { id: true },
    })
    if (await isForPeople(tx, attemptId)) {
      await tx.examAttempt.update({
        where: { id: attemptId },
        data: { state: 'held', stateReason: 'integrity-case' },
        select: { id: true },
      })
      return
    }
    await releaseAttempt(tx, deps, { attemptId, decidedById: null })
  })
}
