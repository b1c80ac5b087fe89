import type { DbOrTx } from '@archway/db/client'
import { accessReasons, type Grant, isOpenToMembers } from '../rules'
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

/** Grants of a membership: they name the membership and open everything that it covers. */
export const ofMembership = { offering: { kind: 'membership' } } as const

/** What `isOpenToMembers` asks of an offering. */
export const coverFields = { kind: true, origin: true, status: true } as const

/** The grants of a person for an offering, to be selected with it and handed to `accessReasons`. */
export const grantsOf = (userId: string) =>
  ({ where: { userId }, select: grantFields, orderBy: { createdAt: 'asc' } }) as const

/** A person's membership grants, to be selected with the person: see `coverFields` for what they open. */
export const membershipGrants = {
  where: ofMembership,
  select: grantFields,
  orderBy: { createdAt: 'asc' },
} as const

/** Whether a person has access to an offering at a moment, and every reason for or against. */
export async function getAccess(
  db: DbOrTx,
  userId: string,
  offeringId: string,
  now: Date,
): Promise<Access> {
  const found = await getAccessByOffering(db, userId, [offeringId], now)
  return found.get(offeringId) ?? accessReasons([], now)
}

/** Whether a person has access to an offering at a moment: at least one live grant. */
export const hasAccess = async (db: DbOrTx, userId: string, offeringId: string, now: Date) =>
  (await getAccess(db, userId, offeringId, now)).hasAccess

/**
 * The same for many offerings at once, or for everything that the person has a grant for or a place in;
 * offerings without any grant are missing from the map. Nobody, of an order that is
 * not claimed, has access to nothing.
 */
export async function getAccessByOffering(
  db: DbOrTx,
  userId: string | null,
  offeringIds: readonly string[] | null,
  now: Date,
): Promise<Map<string, Access>> {
  if (userId === null) return new Map()
  const grants = await db.accessGrant.findMany({
    where: {
      userId,
      ...(offeringIds ? { OR: [{ offeringId: { in: [...offeringIds] } }, ofMembership] } : {}),
    },
    select: { ...grantFields, offeringId: true, offering: { select: { kind: true } } },
    orderBy: { createdAt: 'asc' },
  })
  const byOffering = new Map<string, Grant[]>()
  const add = (offeringId: string, rows: readonly Grant[]) =>
    byOffering.set(offeringId, [...(byOffering.get(offeringId) ?? []), ...rows])
  const wanted = offeringIds && new Set(offeringIds)
  for (const grant of grants) {
    if (!wanted || wanted.has(grant.offeringId)) add(grant.offeringId, [grant])
  }
  const memberships = grants.filter((grant) => grant.offering.kind === 'membership')
  if (memberships.length > 0) {
    for (const id of await listCovered(db, userId, offeringIds)) add(id, memberships)
  }
  return new Map([...byOffering].map(([id, rows]) => [id, accessReasons(rows, now)]))
}

/** Which of the offerings, or of those that the person has a place in, a membership opens. */
async function listCovered(db: DbOrTx, userId: string, offeringIds: readonly string[] | null) {
  const offerings = await db.offering.findMany({
    where: offeringIds ? { id: { in: [...offeringIds] } } : { enrolments: { some: { userId } } },
    select: { id: true, ...coverFields },
  })
  return offerings.filter(isOpenToMembers).map(({ id }) => id)
}
