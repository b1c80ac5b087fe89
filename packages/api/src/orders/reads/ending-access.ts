import type { DbOrTx } from '@archway/db/client'
import { getAccessByOffering } from '../../enrolments/reads/access'
import { accessReasons } from '../../enrolments/rules'

/** What opens no more; `remains` says that another grant still opens it. */
export type EndingAccess = { offeringId: string; title: string; remains: boolean }

/** Live access that the lines caused, and whether something else keeps it open. Nobody has none. */
export async function getEndingAccess(
  db: DbOrTx,
  userId: string | null,
  lineIds: readonly string[],
  now: Date,
): Promise<EndingAccess[]> {
  if (userId === null) return []
  const caused = await db.accessGrant.findMany({
    where: { userId, sourceType: 'order_line', sourceId: { in: [...lineIds] } },
    include: { offering: { select: { title: true } } },
    orderBy: { createdAt: 'asc' },
  })
  const ids = new Set(caused.map((grant) => grant.id))
  const access = await getAccessByOffering(
    db,
    userId,
    caused.map((grant) => grant.offeringId),
    now,
  )
  return caused
    .filter((grant) => accessReasons([grant], now).hasAccess)
    .map(({ offeringId, offering }) => ({
      offeringId,
      title: offering.title,
      remains: (access.get(offeringId)?.reasons ?? []).some(
        (reason) => reason.standing === 'live' && !ids.has(reason.grantId),
      ),
    }))
}
