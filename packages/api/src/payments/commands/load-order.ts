import type { Tx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import type { LocalFacts } from '../rules/derive-order'
import {
  type ExpireSessionParams,
  expireSessionParams,
  type RefundCommandParams,
  refundCommandParams,
} from '../schema'

const include = {
  user: {
    select: { id: true, email: true, name: true, timeZone: true, suspendedAt: true },
  },
  lines: {
    orderBy: { position: 'asc' },
    include: {
      offering: { select: { kind: true, slug: true } },
      bundle: { select: { title: true } },
      credits: { select: { sourceLine: { select: { title: true } } } },
    },
  },
  refunds: { include: { allocations: true } },
  commands: true,
  coupons: { orderBy: { couponId: 'asc' }, include: { code: { select: { code: true } } } },
  upgradeCredits: true,
  freePayment: true,
  claimTokens: { select: { tokenHash: true }, take: 1 },
  subscription: { select: { id: true, status: true, stripeSubscriptionId: true } },
  ledger: { include: { entries: true }, orderBy: { postedAt: 'asc' } },
  documents: {
    orderBy: { ordinal: 'asc' },
    select: { id: true, kind: true, cause: true, externalId: true, lines: true },
  },
} as const satisfies Prisma.OrderInclude

/** An order with everything that its next state depends on. */
export type LoadedOrder = Prisma.OrderGetPayload<{ include: typeof include }>

/**
 * Locks a person and their order, in this sequence, and reads the order. Orders of one person are
 * projected one after the other, so that of two payments for the same thing one is the first. A guest's
 * order has no person; should it be claimed while we wait for it, its new person is locked as well.
 */
export async function lockOrder(tx: Tx, orderId: string): Promise<LoadedOrder | null> {
  const lockPerson = () => tx.$queryRaw`
    select 1 from users where id = (select user_id from orders where id = ${orderId}::uuid)
    for no key update`
  await lockPerson()
  await tx.$queryRaw`select 1 from orders where id = ${orderId}::uuid for update`
  await lockPerson()
  return await tx.order.findUnique({ where: { id: orderId }, include })
}

export type RefundCommand = {
  id: string
  state: LoadedOrder['commands'][number]['state']
  params: ReturnType<typeof refundCommandParams.parse>
}

/** The refunds of an order that we asked for, whatever became of them. */
export const refundCommandsOf = (order: Pick<LoadedOrder, 'commands'>): RefundCommand[] =>
  order.commands
    .filter((command) => command.kind === 'refund')
    .map(({ id, state, params }) => ({ id, state, params: refundCommandParams.parse(params) }))

/** Lines that are being given back because the buyer has the same already. */
export function duplicateLines(
  order: Pick<LoadedOrder, 'commands'>,
  causes: readonly RefundCommandParams['cause'][] = ['duplicate', 'owned_at_claim'],
): Set<string> {
  return new Set(
    refundCommandsOf(order)
      .filter((command) => causes.includes(command.params.cause))
      .flatMap((command) => command.params.lines.map((line) => line.orderLineId)),
  )
}

const wasClosed = (order: LoadedOrder, ...causes: ExpireSessionParams['cause'][]): boolean =>
  order.commands.some(
    (command) =>
      command.kind === 'expire_session' &&
      command.state === 'done' &&
      causes.includes(expireSessionParams.parse(command.params).cause),
  )

/** Our own side of an order, for `deriveOrder`. */
export function localFactsOf(order: LoadedOrder): LocalFacts {
  const duplicates = duplicateLines(order, ['duplicate'])
  const create = order.commands.find((command) => command.kind === 'create_session')
  return {
    currency: order.currency,
    totalMinor: order.totalMinor,
    expiresAt: order.expiresAt,
    isCancelled: wasClosed(order, 'cancelled'),
    isReplaced: wasClosed(order, 'replaced', 'card_testing'),
    isDuplicate: duplicates.size > 0 && order.lines.every((line) => duplicates.has(line.id)),
    createSession: !create
      ? null
      : create.state === 'done' || create.state === 'failed'
        ? create.state
        : 'open',
    hasFailedAutoRefund: refundCommandsOf(order).some(
      (command) => command.params.cause !== 'staff' && command.state === 'failed',
    ),
    regionCountries: order.regionCountries,
    freePaidAt: order.freePayment?.at ?? null,
    accountClosedAt: order.user?.suspendedAt ?? null,
  }
}
