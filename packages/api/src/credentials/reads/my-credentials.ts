import type { Db } from '@archway/db/client'
import { getAccessByOffering } from '../../enrolments/reads/access'
import type { Member } from '../../shared/actor'
import { standingOf } from '../rules/standing'
import { achievementContent } from '../schema'
import { getOwnNameChange } from './name-changes'
import { listViews, noViews } from './views'

/** What somebody has completed and can have a credential for. */
export type Claimable = { enrolmentId: string; title: string; completedAt: Date }

/**
 * A person's credentials, newest first, and what they have completed but hold none for yet, while they have
 * access to it. `confirmedName`: the name that they said stands on credentials; null while nobody has asked.
 */
export async function getMyCredentials(db: Db, actor: Member, now: Date) {
  const [user, rows, completed, nameChange] = await Promise.all([
    db.user.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { credentialName: true },
    }),
    db.credential.findMany({
      where: { userId: actor.userId },
      select: {
        id: true,
        causeId: true,
        licenseNumber: true,
        state: true,
        replacedById: true,
        visibility: true,
        isScoreShown: true,
        validFrom: true,
        validUntil: true,
        issuer: { select: { provider: { select: { name: true } } } },
        achievement: { select: { id: true, content: true } },
      },
      orderBy: { createdAt: 'desc' },
    }),
    db.enrolment.findMany({
      where: {
        userId: actor.userId,
        completedAt: { not: null },
        offering: { origin: 'own', kind: { in: ['course', 'program'] } },
      },
      select: { id: true, completedAt: true, offering: { select: { id: true, title: true } } },
      orderBy: { completedAt: 'desc' },
    }),
    getOwnNameChange(db, actor.userId),
  ])
  const held = new Set(rows.map(({ causeId }) => causeId))
  const waiting = completed.filter(({ id }) => !held.has(id))
  const waitingFor = waiting.map(({ offering }) => offering.id)
  const [access, views] = await Promise.all([
    getAccessByOffering(db, actor.userId, waitingFor, now),
    listViews(
      db,
      rows.map(({ id }) => id),
      now,
    ),
  ])
  return {
    confirmedName: user.credentialName,
    suggestedName: actor.name ?? '',
    nameChange,
    credentials: rows.map(({ issuer, achievement, causeId, state, ...row }) => {
      const { name, scale } = achievementContent.parse(achievement.content)
      return {
        ...row,
        enrolmentId: causeId,
        standing: standingOf({ ...row, state }, now),
        issuer: issuer.provider.name,
        achievementId: achievement.id,
        title: name,
        isScored: scale !== undefined,
        views: views.get(row.id) ?? noViews,
      }
    }),
    claimable: waiting.flatMap(({ id, completedAt, offering }): Claimable[] =>
      completedAt && access.get(offering.id)?.hasAccess
        ? [{ enrolmentId: id, title: offering.title, completedAt }]
        : [],
    ),
  }
}

export type MyCredentials = Awaited<ReturnType<typeof getMyCredentials>>
