import type { DbOrTx } from '@archway/db/client'
import { explainAccess } from '../../enrolments/reads/explained-access'
import { canRefund } from '../../payments/policy'
import { fraudWarningAction } from '../../payments/rules/dispute-effect'
import { orderTargetKey } from '../../payments/rules/event-target'
import { refundCommandParams } from '../../payments/schema'
import type { Actor } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { can } from '../../shared/permissions'
import { readTaxEvidence } from '../../tax/reads/tax-evidence'
import { readLinePurchases } from './line-purchases'
import { requireOrderDetail } from './order-detail'
import { getRefundable } from './refundable'

const eventSelect = {
  id: true,
  type: true,
  state: true,
  note: true,
  deliveries: true,
  occurredAt: true,
  receivedAt: true,
} as const

/** The ledger of an order, oldest posting first, with the names of the providers concerned. */
async function readLedger(db: DbOrTx, orderId: string) {
  const postings = await db.ledgerTransaction.findMany({
    where: { orderId },
    orderBy: [{ occurredAt: 'asc' }, { postedAt: 'asc' }],
    include: { entries: { orderBy: { id: 'asc' } } },
  })
  const owners = postings.flatMap((posting) => posting.entries.flatMap((e) => e.ownerId ?? []))
  const providers = await db.provider.findMany({
    where: { id: { in: owners } },
    select: { id: true, name: true },
  })
  const names = new Map(providers.map((provider) => [provider.id, provider.name]))
  return postings.map(({ entries, id, kind, externalId, occurredAt, postedAt }) => ({
    id,
    kind,
    externalId,
    occurredAt,
    postedAt,
    entries: entries.map(({ account, ownerId, currency, amountMinor }) => ({
      account,
      provider: ownerId === null ? null : (names.get(ownerId) ?? ownerId),
      currency,
      amountMinor,
    })),
  }))
}

async function readCommands(db: DbOrTx, orderId: string) {
  const commands = await db.stripeCommand.findMany({
    where: { orderId },
    orderBy: { createdAt: 'asc' },
  })
  return commands.map(({ params, orderId: _order, updatedAt, ...command }) => ({
    ...command,
    amountMinor:
      command.kind === 'refund' ? BigInt(refundCommandParams.parse(params).amountMinor) : null,
    settledAt: command.state === 'done' || command.state === 'failed' ? updatedAt : null,
  }))
}

/**
 * Everything that is known about an order: what its buyer sees, Stripe's facts, commands, events,
 * grants and staff actions; the ledger for those who may read it; and whether and what this member
 * of staff may give back.
 */
export async function requireAdminOrder(db: DbOrTx, actor: Actor, orderId: string, now: Date) {
  const [detail, row, refundable] = await Promise.all([
    requireOrderDetail(db, null, orderId, now),
    db.order.findUnique({
      where: { id: orderId },
      select: {
        review: true,
        reviewResolved: true,
        livemode: true,
        checkoutSessionId: true,
        paymentIntentId: true,
        updatedAt: true,
        guestKey: true,
        buyerCountry: true,
        buyerRegion: true,
        buyerPostalCode: true,
        ipCountry: true,
        taxNumberStatus: true,
        billing: true,
        claimedAt: true,
        waivedAt: true,
        waiverVersion: true,
        // the link that works longest; its hash stays where it is
        claimTokens: {
          orderBy: { expiresAt: 'desc' },
          take: 1,
          select: { createdAt: true, expiresAt: true },
        },
        user: { select: { id: true, name: true, email: true, suspendedAt: true } },
        coupons: {
          orderBy: { position: 'asc' },
          select: {
            couponId: true,
            amountMinor: true,
            code: { select: { code: true } },
            coupon: { select: { name: true } },
          },
        },
        charges: { orderBy: { createdAt: 'asc' } },
        refunds: { orderBy: { createdAt: 'asc' }, include: { allocations: true } },
        disputes: { orderBy: { createdAt: 'asc' } },
      },
    }),
    getRefundable(db, orderId, now),
  ])
  if (!row || !refundable) throw notFound('order')
  const key = orderTargetKey(orderId)
  const [ledger, grants, commands, events, purchases, target, audit, warning] = await Promise.all([
    can(actor, 'ledger.read') ? readLedger(db, orderId) : null,
    explainAccess(db, row.user?.id ?? null, now, {
      orderLineIds: detail.lines.map((line) => line.id),
    }),
    readCommands(db, orderId),
    db.stripeEvent.findMany({
      where: { targetKey: key },
      select: eventSelect,
      orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }],
    }),
    readLinePurchases(db, orderId),
    db.syncTarget.findUnique({ where: { key } }),
    db.auditEntry.findMany({
      where: { entityType: 'order', entityId: orderId },
      orderBy: { id: 'desc' },
      take: 100,
    }),
    db.auditEntry.findFirst({
      where: { entityType: 'order', entityId: orderId, action: fraudWarningAction },
      orderBy: { id: 'asc' },
      select: { at: true },
    }),
  ])
  const verdict = canRefund(actor, refundable)
  return {
    ...detail,
    lines: detail.lines.map((line) => ({
      ...line,
      purchase: purchases.find(({ orderLineId }) => orderLineId === line.id) ?? null,
    })),
    coupons: row.coupons.map(({ code, coupon, ...redemption }) => ({
      ...redemption,
      ...coupon,
      code: code.code,
    })),
    person: row.user,
    isGuest: row.guestKey !== null,
    claimedAt: row.claimedAt,
    /** when the right of withdrawal was given up for access at once, and which text said so */
    waiver: row.waivedAt && { at: row.waivedAt, version: row.waiverVersion },
    claimLink: row.claimTokens[0] ?? null,
    review: row.review,
    reviewResolved: row.reviewResolved,
    livemode: row.livemode,
    tax: await readTaxEvidence(db, row),
    /** when the card's bank first said that it suspects fraud */
    fraudWarnedAt: warning?.at ?? null,
    checkoutSessionId: row.checkoutSessionId,
    paymentIntentId: row.paymentIntentId,
    updatedAt: row.updatedAt,
    refund: {
      isAllowed: verdict.ok,
      reason: verdict.ok ? null : verdict.reason,
      refundableMinor: refundable.refundableMinor,
      lines: refundable.lines,
    },
    facts: { charges: row.charges, refunds: row.refunds, disputes: row.disputes },
    ledger,
    grants,
    commands,
    events,
    sync: target && {
      isDirty: target.dirtySeq > target.syncedSeq,
      attempts: target.attempts,
      syncedAt: target.syncedAt,
      nextAttemptAt: target.nextAttemptAt,
      lastError: target.lastError,
      deadAt: target.deadAt,
    },
    audit: audit.map(({ id, ...entry }) => ({ ...entry, id: id.toString() })),
  }
}
