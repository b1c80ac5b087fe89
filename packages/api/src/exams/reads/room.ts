import type { Db, DbOrTx } from '@archway/db/client'
import { deliverItem } from '../../bank/rules/deliver-item'
import { renderItem } from '../../bank/rules/render-item'
import type { ItemAnswer } from '../../bank/schema/answer'
import { itemContent } from '../../bank/schema/content'
import { optionOrder } from '../../bank/schema/delivered'
import type { RenderedItem } from '../../bank/schema/rendered'
import type { Member } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import type { ItemInput, SessionInput } from '../schema/room'
import type { AttemptState } from '../states'

/** How a sitting stands, by the clock of the database. */
export type Pulse = {
  state: AttemptState
  /** until the deadline; what the browser shows counts down from it and decides nothing */
  secondsLeft: number
  /** whether this tab is the one that answers */
  isLive: boolean
}

/** The exam room without its questions: they come one by one. */
export type Room = Pulse & {
  attemptId: string
  title: string
  slug: string
  number: number
  legalName: string
  items: { position: number; isSeen: boolean; isAnswered: boolean; isFlagged: boolean }[]
}

/** One question with the answer that is kept. */
export type RoomItem = {
  position: number
  content: RenderedItem
  answer: ItemAnswer | null
  revision: number
  isFlagged: boolean
}

/** How a sitting of the actor's stands. Throws `not_found`. */
export async function getPulse(
  db: DbOrTx,
  actor: Member,
  { attemptId, sessionId }: SessionInput,
): Promise<Pulse> {
  const [row] = await db.$queryRaw<(Pulse & { sessionId: string })[]>`
    select state::text as state, session_id as "sessionId",
      greatest(0, extract(epoch from deadline_at - clock_timestamp()))::float8 as "secondsLeft"
    from exam_attempts
    where id = ${attemptId}::uuid and candidate_id = ${actor.userId}::uuid and started_at is not null`
  if (!row) throw notFound('attempt')
  const { state, secondsLeft } = row
  return { state, secondsLeft, isLive: state === 'in_progress' && row.sessionId === sessionId }
}

/** The exam room of a sitting of the actor's. Throws `not_found`. */
export async function getRoom(db: DbOrTx, actor: Member, input: SessionInput): Promise<Room> {
  const pulse = await getPulse(db, actor, input)
  const attempt = await db.examAttempt.findUniqueOrThrow({
    where: { id: input.attemptId },
    select: {
      id: true,
      number: true,
      legalName: true,
      scheme: { select: { offering: { select: { title: true, slug: true } } } },
      items: {
        orderBy: { position: 'asc' },
        select: { position: true, firstSeenAt: true, answer: true, isFlagged: true },
      },
    },
  })
  return {
    ...pulse,
    attemptId: attempt.id,
    title: attempt.scheme.offering.title,
    slug: attempt.scheme.offering.slug,
    number: attempt.number,
    legalName: attempt.legalName,
    items: attempt.items.map(({ position, firstSeenAt, answer, isFlagged }) => ({
      position,
      isSeen: firstSeenAt !== null,
      isAnswered: answer !== null,
      isFlagged,
    })),
  }
}

/**
 * One question of a sitting that is under way in this tab, and when it was first given out. Throws `not_found` for
 * anything else, also once the sitting is over: questions are not for reading afterwards.
 */
export async function openRoomItem(
  db: Db,
  actor: Member,
  { attemptId, sessionId, position, isAhead }: ItemInput,
): Promise<RoomItem> {
  const item = await db.attemptItem.findFirst({
    where: {
      attemptId,
      position,
      attempt: { candidateId: actor.userId, state: 'in_progress', sessionId },
    },
    select: {
      optionOrder: true,
      answer: true,
      revision: true,
      isFlagged: true,
      firstSeenAt: true,
      version: { select: { kind: true, content: true } },
    },
  })
  if (!item) throw notFound('item')
  if (item.firstSeenAt === null && !isAhead) {
    await db.$executeRaw`
      update attempt_items set first_seen_at = clock_timestamp()
      where attempt_id = ${attemptId}::uuid and position = ${position}::int and first_seen_at is null`
  }
  const { kind, content } = item.version
  return {
    position,
    content: renderItem(
      deliverItem(itemContent.parse({ kind, content }), optionOrder.parse(item.optionOrder)),
    ),
    answer: item.answer as ItemAnswer | null,
    revision: item.revision,
    isFlagged: item.isFlagged,
  }
}
