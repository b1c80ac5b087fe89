import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { sessionIdleSeconds } from '../rules'

/** Opens a session for somebody who has just proved who they are. Returns its id for the cookie. */
export async function startSession(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  {
    userId,
    method,
    userAgent,
    ipAddress,
  }: { userId: string; method: string; userAgent: string | null; ipAddress: string | null },
): Promise<string> {
  const now = clock.now()
  const { id } = await db.session.create({
    data: {
      userId,
      method,
      ipAddress,
      userAgent: userAgent?.slice(0, 400) ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + sessionIdleSeconds * 1000),
    },
    select: { id: true },
  })
  return id
}

/** Ends one of the actor's sessions; one that has ended already, or is somebody else's, is left alone. */
export async function revokeSession(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  actor: Pick<Member, 'userId'>,
  input: { sessionId: string },
): Promise<void> {
  await db.session.updateMany({
    where: { id: input.sessionId, userId: actor.userId, revokedAt: null },
    data: { revokedAt: clock.now() },
  })
}

/** Signs out everywhere but here. Returns how many sessions ended. */
export async function revokeOtherSessions(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  actor: Member,
): Promise<number> {
  const { count } = await db.session.updateMany({
    where: { userId: actor.userId, revokedAt: null, id: { not: actor.sessionId } },
    data: { revokedAt: clock.now() },
  })
  return count
}
