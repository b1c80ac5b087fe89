import type { DbOrTx } from '@archway/db/client'
import { accessReasons } from '../rules'
import type { ExplainedReason } from '../schema'

/** Which grants are asked for: all of them when nothing is named. */
type Wanted = { offeringId?: string; orderLineIds?: readonly string[] }

/**
 * "Why do I have access?" for one person: every grant, live ones first in each offering, with what the
 * deciding function says of it and where it comes from.
 */
export async function explainAccess(
  db: DbOrTx,
  userId: string,
  now: Date,
  { offeringId, orderLineIds }: Wanted = {},
): Promise<ExplainedReason[]> {
  const grants = await db.accessGrant.findMany({
    where: { userId },
    include: { offering: { select: { id: true, slug: true, title: true, kind: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  const wanted = grants.filter(
    (grant) =>
      (!offeringId || grant.offeringId === offeringId) &&
      (!orderLineIds || orderLineIds.includes(grant.sourceId)),
  )
  const orders = await ordersOf(db, userId, wanted)
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
  const offerings = new Set(wanted.map((grant) => grant.offeringId))
  return [...offerings].flatMap((id) => {
    const own = wanted.filter((grant) => grant.offeringId === id)
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
            at: order?.paidAt ?? grant.createdAt,
            order: order && { id: order.id, number: order.number },
            program: program && { id: program.id, title: program.title },
          },
        },
      ]
    })
  })
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
