import type { Tx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import type { LocalSubscription } from '../rules/derive-subscription'
import { liveStatuses } from '../states'

const include = {
  user: { select: { id: true, email: true, name: true, timeZone: true } },
  offering: {
    select: { id: true, title: true, providerId: true },
  },
  orders: { select: { id: true, status: true, stripeInvoiceId: true } },
  invoices: true,
  facts: { select: { id: true, interval: true } },
  commands: { orderBy: { createdAt: 'asc' } },
} as const satisfies Prisma.SubscriptionInclude

/** A membership with everything that its next state depends on. */
export type LoadedSubscription = Prisma.SubscriptionGetPayload<{ include: typeof include }>

/**
 * Locks a person and their membership, in this sequence, and reads the membership. Those of one person
 * are projected one after the other, so that of two that live one is the first.
 */
export async function lockSubscription(
  tx: Tx,
  subscriptionId: string,
): Promise<LoadedSubscription | null> {
  await tx.$queryRaw`
    select 1 from users
    where id = (select user_id from subscriptions where id = ${subscriptionId}::uuid)
    for no key update`
  await tx.$queryRaw`select 1 from subscriptions where id = ${subscriptionId}::uuid for update`
  return await tx.subscription.findUnique({ where: { id: subscriptionId }, include })
}

const taken = ['refunded', 'charged_back', 'duplicate', 'cancelled']

/** Our own side of a membership, for `deriveSubscription`. */
export async function localSubscription(
  tx: Tx,
  subscription: LoadedSubscription,
): Promise<LocalSubscription> {
  const invoicesWith = (isSo: (status: string) => boolean) =>
    new Set(
      subscription.orders.flatMap((order) =>
        order.stripeInvoiceId && isSo(order.status) ? [order.stripeInvoiceId] : [],
      ),
    )
  const isSettledAs = (kind: string, ...states: string[]) =>
    subscription.commands.some((row) => row.kind === kind && states.includes(row.state))
  return {
    expiresAt: subscription.expiresAt,
    hasNoSession:
      isSettledAs('create_subscription_session', 'failed') ||
      isSettledAs('expire_subscription_session', 'done'),
    isDuplicate:
      subscription.status === 'duplicate' ||
      (isBeginning(subscription.status) && (await hasAnother(tx, subscription))),
    graceExtendedTo: subscription.graceExtendedTo,
    takenInvoiceIds: invoicesWith((status) => taken.includes(status)),
    heldInvoiceIds: invoicesWith((status) => status === 'disputed'),
  }
}

/** It has not lived yet: one that has is no duplicate of a later one. */
const isBeginning = (status: string) => status === 'pending' || status === 'expired'

/** Whether the person has another membership that lives. The one that was first stays. */
async function hasAnother(tx: Tx, { id, userId }: LoadedSubscription): Promise<boolean> {
  const count = await tx.subscription.count({
    where: { userId, id: { not: id }, status: { in: [...liveStatuses] } },
  })
  return count > 0
}
