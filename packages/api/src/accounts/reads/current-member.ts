import type { Db } from '@archway/db/client'
import type { Member } from '../../shared/actor'
import { isSessionLive, sessionIdleSeconds, sessionTouchSeconds } from '../rules'

/**
 * Who a session belongs to, with roles and memberships as they are now, or null when it has ended.
 * Notes the session's use at most every five minutes.
 */
export async function getMemberBySession(
  db: Db,
  sessionId: string,
  context: { now: Date; ipAddress: string | null },
): Promise<Member | null> {
  const session = await db.session.findUnique({
    where: { id: sessionId },
    select: {
      id: true,
      expiresAt: true,
      revokedAt: true,
      lastSeenAt: true,
      user: {
        select: {
          id: true,
          email: true,
          name: true,
          emailVerified: true,
          locale: true,
          timeZone: true,
          suspendedAt: true,
          roles: { select: { role: true } },
          memberships: { select: { providerId: true } },
        },
      },
    },
  })
  if (!session || !isSessionLive(session, context.now)) return null
  if (context.now.getTime() - session.lastSeenAt.getTime() > sessionTouchSeconds * 1000) {
    await db.session.updateMany({
      where: { id: session.id, revokedAt: null },
      data: {
        lastSeenAt: context.now,
        expiresAt: new Date(context.now.getTime() + sessionIdleSeconds * 1000),
      },
    })
  }
  const { user } = session
  return {
    type: 'member',
    userId: user.id,
    sessionId: session.id,
    email: user.email,
    name: user.name,
    isEmailVerified: user.emailVerified !== null,
    locale: user.locale,
    timeZone: user.timeZone,
    roles: user.roles.map(({ role }) => role),
    providerIds: user.memberships.map(({ providerId }) => providerId),
    ipAddress: context.ipAddress,
  }
}
