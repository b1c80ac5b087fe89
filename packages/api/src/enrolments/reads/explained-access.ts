import type { DbOrTx } from '@archway/db/client'
import { accessReasons, isOpenToMembers } from '../rules'
import type { ExplainedReason } from '../schema'
import { coverFields } from './access'

/** Which grants are asked for: all of them when nothing is named. */
type Wanted = { offeringId?: string; orderLineIds?: readonly string[] }

/**
 * "Why do I have access?" for one person: every grant, live ones first in each offering, with what the
 * deciding function says of it and where it comes from. Of one offering also the membership that covers it.
 * Nobody, of an order that is not claimed, has no grants.
 */
export async function explainAccess(
  db: DbOrTx,
  userId: string | null,
  now: Date,
  { offeringId, orderLineIds }: Wanted = {},
): Promise<ExplainedReason[]> {
  if (userId === null) return []
  const grants = await db.accessGrant.findMany({
    where: { userId },
    include: { offering: { select: { id: true, slug: true, title: true, kind: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  const isMemberOf = offeringId !== undefined && (await isCovered(db, offeringId))
  const isAbout = (grant: (typeof grants)[number]) =>
    grant.offeringId === offeringId || (isMemberOf && grant.offering.kind === 'membership')
  const wanted = grants.filter(
    (grant) =>
      (!offeringId || isAbout(grant)) && (!orderLineIds || orderLineIds.includes(grant.sourceId)),
  )
  const [orders, givers] = await Promise.all([ordersOf(db, userId, wanted), giversOf(db, wanted)])
  const byId = new Map(grants.map((grant) => [grant.id, grant]))
  /** A program and its courses are granted by the same cause: the program is what it was about. */
  const programOf = (grant: (typeof grants)[number]) =>
    grants.find(
      (other) =>
        other.id !== grant.id &&
        other.sourceType === grant.sourceType &&
        other.sourceId === grant.sourceId &&
        other.offering.kind === 'program',
    )?.offering ?? null
  /** What is asked of one offering is one answer, live reasons first, whatever each names. */
  const groupOf = (grant: (typeof grants)[number]) => offeringId ?? grant.offeringId
  return [...new Set(wanted.map(groupOf))].flatMap((id) => {
    const own = wanted.filter((grant) => groupOf(grant) === id)
    return accessReasons(own, now).reasons.flatMap((reason) => {
      const grant = byId.get(reason.grantId)
      if (!grant) return []
      const order = orders.get(grant.sourceId) ?? null
      const program = programOf(grant)
      return [
        {
          ...reason,
          offering: grant.offering,
          cause: {
            at:
              order?.paidAt ??
              (grant.sourceType === 'subscription' ? grant.startsAt : grant.createdAt),
            order: order && { id: order.id, number: order.number },
            program: program && { id: program.id, title: program.title },
            from: givers.get(grant.sourceId) ?? null,
          },
        },
      ]
    })
  })
}

async function isCovered(db: DbOrTx, offeringId: string): Promise<boolean> {
  const offering = await db.offering.findUnique({ where: { id: offeringId }, select: coverFields })
  return offering !== null && isOpenToMembers(offering)
}

type Source = { sourceType: string; sourceId: string }

/** The orders behind grants, by order line; only the person's own. */
async function ordersOf(db: DbOrTx, userId: string, grants: readonly Source[]) {
  const lines = await db.orderLine.findMany({
    where: {
      id: { in: grants.filter((g) => g.sourceType === 'order_line').map((g) => g.sourceId) },
      order: { userId },
    },
    select: { id: true, order: { select: { id: true, number: true, paidAt: true } } },
  })
  return new Map(lines.map((line) => [line.id, line.order]))
}

/** Who paid for a seat or a gift, by the id of its cause. */
async function giversOf(db: DbOrTx, grants: readonly Source[]) {
  const ids = (type: string) => grants.filter((g) => g.sourceType === type).map((g) => g.sourceId)
  const [seats, gifts] = await Promise.all([
    db.seatAssignment.findMany({
      where: { id: { in: ids('seat') } },
      select: { id: true, pool: { select: { owner: { select: { name: true } } } } },
    }),
    db.gift.findMany({
      where: { id: { in: ids('gift') } },
      select: { id: true, buyer: { select: { name: true } } },
    }),
  ])
  return new Map([
    ...seats.map(({ id, pool }) => [id, pool.owner.name] as const),
    ...gifts.map(({ id, buyer }) => [id, buyer.name] as const),
  ])
}
