import type { Db } from '@archway/db/client'
import type { Member } from '../../shared/actor'

/** One's own account as the settings pages show it. */
export async function getOwnAccount(db: Db, actor: Member) {
  const { passwordHash, identities, ...user } = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: {
      email: true,
      name: true,
      emailVerified: true,
      locale: true,
      timeZone: true,
      createdAt: true,
      passwordHash: true,
      identities: { select: { provider: true } },
    },
  })
  return {
    ...user,
    hasPassword: passwordHash !== null,
    identityProviders: identities.map(({ provider }) => provider),
  }
}

/** One's live sessions, newest use first; `isCurrent` marks the one that asks. */
export async function listOwnSessions(db: Db, actor: Member, now: Date) {
  const rows = await db.session.findMany({
    where: { userId: actor.userId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
    select: {
      id: true,
      userAgent: true,
      ipAddress: true,
      method: true,
      createdAt: true,
      lastSeenAt: true,
    },
  })
  return rows.map((row) => ({ ...row, isCurrent: row.id === actor.sessionId }))
}
