import type { Tx } from '@archway/db/client'
import { fromDelivered } from '../../bank/rules/from-delivered'
import type { ItemAnswer } from '../../bank/schema/answer'
import { optionOrder } from '../../bank/schema/delivered'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError, invalid, notFound } from '../../shared/errors'
import { isSameAnswer, journalHash, journalStart } from '../reads/journal'
import { savesPerMinute } from '../rules/timing'
import type { SaveAnswerInput } from '../schema/room'
import { type LockedAttempt, lockAttempt } from './attempt-lock'
import { closeAttempt } from './close-attempt'

export type SaveResult = {
  /**
   * `saved`, or `duplicate`: kept before, word for word; `stale`: a newer one is kept; `superseded`: another tab
   * answers; `closed`: the sitting is over; `time-up`: it ended with this call
   */
  status: 'saved' | 'duplicate' | 'stale' | 'superseded' | 'closed' | 'time-up'
  /** of the answer that is kept now */
  revision: number
  secondsLeft: number
}

type Standing = {
  kind: string
  optionOrder: unknown
  revision: number
  answer: ItemAnswer | null
  isFlagged: boolean
  lastNumber: number | null
  lastHash: string | null
  /** the entry that is `savesPerMinute` back was saved less than a minute ago */
  isTooFast: boolean
}

async function readStanding(
  tx: Tx,
  { attemptId, position }: SaveAnswerInput,
): Promise<Standing | null> {
  const [row] = await tx.$queryRaw<Standing[]>`
    select v.kind::text as kind, i.option_order as "optionOrder", i.revision, i.answer,
      i.is_flagged as "isFlagged", j.number as "lastNumber", j.hash as "lastHash",
      exists (
        select 1 from attempt_journal b
        where b.attempt_id = i.attempt_id and b.number = j.number - ${savesPerMinute - 1}::int
          and b.saved_at > clock_timestamp() - interval '1 minute') as "isTooFast"
    from attempt_items i
    join item_versions v on v.id = i.version_id
    left join lateral (
      select number, hash from attempt_journal
      where attempt_id = i.attempt_id order by number desc limit 1) j on true
    where i.attempt_id = ${attemptId}::uuid and i.position = ${position}::int`
  return row ?? null
}

async function keep(tx: Tx, { now }: LockedAttempt, standing: Standing, input: SaveAnswerInput) {
  const { attemptId, position, revision, answer, isFlagged } = input
  const number = (standing.lastNumber ?? 0) + 1
  const entry = { attemptId, number, position, revision, answer, isFlagged, savedAt: now }
  const hash = journalHash(standing.lastHash ?? journalStart(attemptId), entry)
  const json = answer === null ? null : JSON.stringify(answer)
  await tx.$executeRaw`
    with kept as (
      update attempt_items set revision = ${revision}::int, answer = ${json}::jsonb,
        is_flagged = ${isFlagged}, saved_at = ${now}::timestamptz
      where attempt_id = ${attemptId}::uuid and position = ${position}::int)
    insert into attempt_journal (attempt_id, number, position, revision, answer, is_flagged, saved_at, hash)
    values (${attemptId}::uuid, ${number}::int, ${position}::int, ${revision}::int, ${json}::jsonb,
      ${isFlagged}, ${now}::timestamptz, ${hash})`
}

/**
 * Keeps an answer and writes it into the journal of the sitting, in one transaction: what is answered `saved` is there
 * for good. The higher revision wins, whatever the order of arrival. When the time is up the sitting ends here, by an
 * answer and not by an error, which would undo it. Safe to repeat.
 *
 * Throws `not_found` for a sitting or item that is not the actor's, `invalid` (`exam-answer-invalid`) for an answer
 * that is none of this item in this sitting, and `rate_limited` beyond `savesPerMinute`.
 */
export async function saveAnswer(
  deps: Pick<Deps, 'db'>,
  actor: Member,
  input: SaveAnswerInput,
): Promise<SaveResult> {
  return await deps.db.$transaction(async (tx) => {
    const attempt = await lockAttempt(tx, {
      attemptId: input.attemptId,
      candidateId: actor.userId,
    })
    if (!attempt) throw notFound('attempt')
    const standing = await readStanding(tx, input)
    if (!standing) throw notFound('item')
    const result = (status: SaveResult['status'], revision = standing.revision): SaveResult => ({
      status,
      revision,
      secondsLeft: attempt.secondsLeft,
    })
    if (attempt.state !== 'in_progress') return result('closed')
    if (attempt.isOver) {
      await closeAttempt(tx, attempt, 'expired')
      return result('time-up')
    }
    if (attempt.sessionId !== input.sessionId) return result('superseded')
    const { answer } = input
    const order = optionOrder.parse(standing.optionOrder)
    if (answer && (answer.kind !== standing.kind || !fromDelivered(answer, order))) {
      throw invalid('exam-answer-invalid', 'answer')
    }
    const isSame = isSameAnswer(standing.answer, answer) && standing.isFlagged === input.isFlagged
    if (input.revision === standing.revision && isSame) return result('duplicate')
    if (input.revision <= standing.revision) return result('stale')
    if (standing.isTooFast) {
      throw new DomainError('rate_limited', 'too-many-attempts', { seconds: 60 })
    }
    await keep(tx, attempt, standing, input)
    return result('saved', input.revision)
  })
}
