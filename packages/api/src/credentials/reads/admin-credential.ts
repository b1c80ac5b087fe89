import type { Db } from '@archway/db/client'
import type { Actor } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { canDecide } from '../policy'
import { standingOf } from '../rules/standing'
import { achievementContent } from '../schema'
import { credentialTransitions } from '../states'

const other = { select: { id: true, licenseNumber: true } } as const

/**
 * One credential for staff: what it says, all that became of it, what waits for a decision, and what this member of
 * staff may do about it (`refusal`: why not). Throws `not_found`.
 */
export async function requireAdminCredential(db: Db, actor: Actor, id: string, now: Date) {
  const row = await db.credential.findUnique({
    where: { id },
    select: {
      id: true,
      licenseNumber: true,
      subjectName: true,
      cause: true,
      causeId: true,
      state: true,
      visibility: true,
      sha256: true,
      validFrom: true,
      validUntil: true,
      erasedAt: true,
      createdAt: true,
      user: { select: { id: true, name: true, email: true } },
      issuer: { select: { did: true, providerId: true, provider: { select: { name: true } } } },
      key: { select: { kid: true, retiredAt: true, compromisedAt: true } },
      achievement: { select: { id: true, version: true, content: true } },
      allocation: { select: { index: true, isSet: true, list: { select: { number: true } } } },
      replacedBy: other,
      replaces: other,
      changes: { orderBy: { createdAt: 'desc' } },
      cases: { orderBy: { openedAt: 'desc' } },
    },
  })
  if (!row) throw notFound('credential')
  const { achievement, issuer, cases, changes, user, ...facts } = row
  const lineIds = cases.map(({ orderLineId }) => orderLineId)
  const [audit, lines, actors] = await Promise.all([
    db.auditEntry.findMany({
      where: { entityType: 'credential', entityId: id },
      orderBy: { id: 'desc' },
      take: 100,
      select: { id: true, at: true, actorName: true, action: true, reason: true },
    }),
    db.orderLine.findMany({
      where: { id: { in: lineIds } },
      select: { id: true, order: { select: { id: true, number: true } } },
    }),
    db.user.findMany({
      where: { id: { in: changes.flatMap(({ actorId }) => actorId ?? []) } },
      select: { id: true, name: true, email: true },
    }),
  ])
  const mayDecide = canDecide(actor, { userId: user?.id ?? null, providerId: issuer.providerId })
  return {
    ...facts,
    holder: user,
    standing: standingOf(row, now),
    issuer: { did: issuer.did, name: issuer.provider.name },
    achievement: {
      id: achievement.id,
      version: achievement.version,
      content: achievementContent.parse(achievement.content),
    },
    changes: changes.map(({ actorId, ...change }) => ({
      ...change,
      by: actors.find((one) => one.id === actorId) ?? null,
    })),
    cases: cases.map((one) => ({
      ...one,
      order: lines.find((line) => line.id === one.orderLineId)?.order ?? null,
    })),
    audit: audit.map(({ id: entryId, ...entry }) => ({ ...entry, id: entryId.toString() })),
    next: credentialTransitions[row.state],
    refusal: mayDecide.ok ? null : mayDecide.reason,
  }
}
