import type { DbOrTx } from '@archway/db/client'
import { accessReasons, type Grant } from '../rules'
import type { Access } from '../schema'

const grantFields = {
  id: true,
  sourceType: true,
  sourceId: true,
  state: true,
  stateReason: true,
  startsAt: true,
  endsAt: true,
} as const

/** The grants of a person, to be selected with an offering and handed to `accessReasons`. */
export const grantsOf = (userId: string) =>
  ({ where: { userId }, select: grantFields, orderBy: { createdAt: 'asc' } }) as const

/** Whether a person has access to an offering at a moment, and every reason for or against. */
export async function getAccess(
  db: DbOrTx,
  userId: string,
  offeringId: string,
  now: Date,
): Promise<Access> {
  const grants = await db.accessGrant.findMany({
    where: { userId, offeringId },
    select: grantFields,
    orderBy: { createdAt: 'asc' },
  })
  return accessReasons(grants, now)
}

/** Whether a person has access to an offering at a moment: at least one live grant. */
export const hasAccess = async (db: DbOrTx, userId: string, offeringId: string, now: Date) =>
  (await getAccess(db, userId, offeringId, now)).hasAccess

/** The same for many offerings at once; offerings without any grant are missing from the map. */
export async function getAccessByOffering(
  db: DbOrTx,
  userId: string,
  offeringIds: readonly string[] | null,
  now: Date,
): Promise<Map<string, Access>> {
  const grants = await db.accessGrant.findMany({
    where: { userId, ...(offeringIds ? { offeringId: { in: [...offeringIds] } } : {}) },
    select: { ...grantFields, offeringId: true },
    orderBy: { createdAt: 'asc' },
  })
  const byOffering = new Map<string, Grant[]>()
  for (const grant of grants) {
    byOffering.set(grant.offeringId, [...(byOffering.get(grant.offeringId) ?? []), grant])
  }
  return new Map([...byOffering].map(([id, rows]) => [id, accessReasons(rows, now)]))
}
