import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { getAccessByOffering } from '../../enrolments/reads/access'
import { canRequestRefund } from '../../payments/policy'
import { currentWaiverVersion } from '../../payments/rules/withdrawal'
import { expireSessionParams } from '../../payments/schema'
import { notFound } from '../../shared/errors'
import { taxRows } from '../../tax/rules/tax-rows'
import { canCancel } from '../policy'
import { timeline } from '../rules/timeline'
import type { MyOrderOutput } from '../schema/order'
import { summarySelect, toSummary } from './my-orders'
import { getRefundable, type Refundable } from './refundable'

const fact = { status: true, amountMinor: true, createdAt: true, updatedAt: true } as const

const select = {
  ...summarySelect,
  userId: true,
  email: true,
  waivedAt: true,
  subtotalMinor: true,
  discountMinor: true,
  taxMinor: true,
  updatedAt: true,
  lines: {
    orderBy: { position: 'asc' },
    select: {
      id: true,
      purpose: true,
      quantity: true,
      bundleId: true,
      bundle: { select: { title: true, slug: true } },
      offeringId: true,
      title: true,
      listMinor: true,
      discountMinor: true,
      amountMinor: true,
      taxMinor: true,
      taxRateBps: true,
      taxName: true,
      taxCountry: true,
      taxReason: true,
      isTaxIncluded: true,
      offering: { select: { slug: true, kind: true } },
    },
  },
  upgradeCredits: {
    orderBy: { createdAt: 'asc' },
    select: { amountMinor: true, sourceLine: { select: { title: true } } },
  },
  coupons: {
    orderBy: { position: 'asc' },
    select: {
      amountMinor: true,
      code: { select: { code: true } },
      coupon: { select: { name: true } },
    },
  },
  charges: {
    orderBy: { createdAt: 'asc' },
    select: { ...fact, cardBrand: true, cardLast4: true },
  },
  refunds: { orderBy: { createdAt: 'asc' }, select: fact },
  disputes: { orderBy: { createdAt: 'asc' }, select: fact },
  commands: { select: { kind: true, state: true, params: true, updatedAt: true } },
} as const satisfies Prisma.OrderSelect

type Row = Prisma.OrderGetPayload<{ select: typeof select }>

function timelineOf(row: Row) {
  const opened = row.commands.find((c) => c.kind === 'create_session' && c.state === 'done')
  const cancelled = row.commands.find(
    (command) =>
      command.kind === 'expire_session' &&
      command.state === 'done' &&
      expireSessionParams.parse(command.params).cause === 'cancelled',
  )
  return timeline({
    ...row,
    checkoutOpenedAt: opened?.updatedAt ?? null,
    cancelledAt: cancelled?.updatedAt ?? null,
  })
}

/** Where the right of withdrawal of an order stands; null where there is none, or none any more. */
function withdrawalOf({ waivedAt }: { waivedAt: Date | null }, { lines }: Refundable) {
  const open = lines.find((line) => line.refund.reason === 'withdrawal')
  if (!open && waivedAt === null) return null
  return { opensAt: open?.refund.until ?? null, waivedAt, waiverVersion: currentWaiverVersion }
}

/**
 * One order as its buyer sees it: lines with access and refund promise, payment, timeline. Throws
 * `not_found` for an order of somebody else; staff passes null to see anybody's.
 */
export async function requireOrderDetail(
  db: DbOrTx,
  userId: string | null,
  orderId: string,
  now: Date,
): Promise<MyOrderOutput> {
  const [row, refundable] = await Promise.all([
    db.order.findUnique({ where: { id: orderId }, select }),
    getRefundable(db, orderId, now),
  ])
  if (!row || !refundable || (userId !== null && row.userId !== userId)) throw notFound('order')
  const access = await getAccessByOffering(
    db,
    row.userId,
    row.lines.map((line) => line.offeringId),
    now,
  )
  const charge = row.charges.find((candidate) => candidate.status === 'succeeded')
  const { updatedAt, charges, refunds, disputes, commands, userId: owner, ...order } = row
  return {
    ...toSummary(row, now),
    email: order.email,
    subtotalMinor: order.subtotalMinor,
    discountMinor: order.discountMinor,
    taxMinor: order.taxMinor,
    taxes: taxRows(
      row.lines.map((line) => ({ ...line, netMinor: line.amountMinor - line.taxMinor })),
    ),
    isTaxIncluded: row.lines.every((line) => line.isTaxIncluded),
    taxReason: row.lines[0]?.taxReason ?? null,
    coupons: order.coupons.map(({ amountMinor, code, coupon }) => ({
      ...code,
      ...coupon,
      amountMinor,
    })),
    credits: order.upgradeCredits.map(({ amountMinor, sourceLine }) => ({
      title: sourceLine.title,
      amountMinor,
    })),
    withdrawal: withdrawalOf(order, refundable),
    canCancel: canCancel(order).ok,
    payment:
      charge && row.paidAt
        ? { cardBrand: charge.cardBrand, cardLast4: charge.cardLast4, at: row.paidAt }
        : null,
    lines: row.lines.map(({ offering, ...line }) => {
      const money = refundable.lines.find((candidate) => candidate.id === line.id)
      if (!money) throw new Error(`order line ${line.id} has no refund state`)
      return {
        ...line,
        ...offering,
        refundedMinor: money.refundedMinor,
        hasAccess: line.purpose === 'access' && (access.get(line.offeringId)?.hasAccess ?? false),
        refund: money.refund,
        canRequestRefund: canRequestRefund(refundable, money).ok,
      }
    }),
    timeline: timelineOf(row),
  }
}
