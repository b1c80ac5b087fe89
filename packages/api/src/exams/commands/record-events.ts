import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import type { RecordEventsInput } from '../schema/room'

/** So many events of one sitting are kept; more say nothing new. */
const mostEvents = 1000

/**
 * Writes down what the browser noticed, such as a window that lost the focus: for people to look at, never a verdict.
 * Ignored unless the sitting is the actor's and under way in this tab.
 */
export async function recordEvents(
  { db }: Pick<Deps, 'db'>,
  actor: Member,
  { attemptId, sessionId, events }: RecordEventsInput,
): Promise<{ kept: number }> {
  const attempt = await db.examAttempt.findFirst({
    where: { id: attemptId, candidateId: actor.userId, state: 'in_progress', sessionId },
    select: { _count: { select: { events: true } } },
  })
  if (!attempt || attempt._count.events >= mostEvents) return { kept: 0 }
  const { count } = await db.attemptEvent.createMany({
    data: events.map(({ kind, secondsAgo }) => ({ attemptId, kind, data: { secondsAgo } })),
  })
  return { kept: count }
}
