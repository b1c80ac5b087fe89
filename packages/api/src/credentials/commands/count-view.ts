import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { dayOfView, keptViewDays, maxReferrersPerDay } from '../rules/views'

/**
 * Counts that somebody opened the page of a credential, by day and by the site whose link they followed. The holder
 * does not count. Of the one who looked nothing is kept; days older than a year go as new ones come. Once a
 * day has many sites, others are counted without their name, so that nobody can fill the table with made-up ones.
 */
export async function countView(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  { credentialId, referrerHost }: { credentialId: string; referrerHost: string },
): Promise<void> {
  const { userId } = await db.credential.findUniqueOrThrow({
    where: { id: credentialId },
    select: { userId: true },
  })
  if (actor.type === 'member' && actor.userId === userId) return
  const now = clock.now()
  const day = dayOfView(now)
  const others = await db.credentialView.count({
    where: { credentialId, day, referrerHost: { notIn: ['', referrerHost] } },
  })
  const key = {
    credentialId,
    day,
    referrerHost: others < maxReferrersPerDay ? referrerHost : '',
  }
  await db.credentialView.upsert({
    where: { credentialId_day_referrerHost: key },
    create: key,
    update: { count: { increment: 1 } },
  })
  await db.credentialView.deleteMany({
    where: { credentialId, day: { lt: dayOfView(now, keptViewDays) } },
  })
}
