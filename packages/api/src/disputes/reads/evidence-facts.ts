import type { DbOrTx } from '@archway/db/client'
import { listCredentialed } from '../../credentials/reads/issued-for'
import { getProgressByOffering } from '../../learning/reads/progress-by-offering'
import { usedParts, useOf } from '../../orders/reads/line-use'
import { refundedPerLine } from '../../payments/rules/allocate-refund'
import { refundPromise } from '../../payments/rules/refund-promise'
import { refundTerms } from '../../payments/schema'
import { notFound } from '../../shared/errors'
import type { EvidenceFacts } from '../rules/evidence-facts'
import { getAccessEvidence } from './access-evidence'
import { listMailsAbout } from './mail-evidence'

const orderSelect = {
  id: true,
  number: true,
  email: true,
  createdAt: true,
  paidAt: true,
  waivedAt: true,
  waiverVersion: true,
  currency: true,
  totalMinor: true,
  ipAddress: true,
  userId: true,
  guestKey: true,
  claimedAt: true,
  user: { select: { name: true, email: true, createdAt: true, emailVerified: true } },
  charges: { where: { status: 'succeeded' }, orderBy: { createdAt: 'asc' } },
  refunds: { orderBy: { createdAt: 'asc' }, include: { allocations: true } },
  lines: {
    orderBy: { position: 'asc' },
    include: {
      ...usedParts,
      offering: { select: { kind: true, provider: { select: { name: true } } } },
    },
  },
} as const

/** Everything on record about a disputed purchase, for `evidencePack`. Throws `not_found`. */
export async function requireEvidenceFacts(
  db: DbOrTx,
  disputeId: string,
  appUrl: string,
): Promise<EvidenceFacts> {
  const dispute = await db.stripeDispute.findUnique({
    where: { id: disputeId },
    select: { reason: true, createdAt: true, chargeId: true, order: { select: orderSelect } },
  })
  if (!dispute) throw notFound('dispute')
  const { order } = dispute
  const offeringIds = order.lines.map((line) => line.offeringId)
  const [progress, credentialed, use, signIns, mails, otherOrders, reviews] = await Promise.all([
    getProgressByOffering(db, order.userId, offeringIds),
    listCredentialed(db, order.userId, offeringIds, order.paidAt),
    getAccessEvidence(db, order),
    listSignIns(db, order),
    listMailsAbout(db, order, dispute.createdAt),
    listOtherOrders(db, order),
    listReviews(db, order),
  ])
  const refunded = refundedPerLine(order.lines, order.refunds)
  const charge = order.charges.find(({ id }) => id === dispute.chargeId) ?? order.charges[0]
  return {
    appUrl,
    dispute,
    order: {
      ...order,
      lines: order.lines.map((line, index) => {
        const terms = refundTerms.parse(line.refundPromise)
        return {
          title: line.title,
          purpose: line.purpose,
          quantity: line.quantity,
          kind: line.offering.kind,
          provider: line.offering.provider.name,
          listMinor: line.listMinor,
          discountMinor: line.discountMinor,
          amountMinor: line.amountMinor,
          terms,
          refund: refundPromise(
            { amountMinor: line.amountMinor, terms },
            {
              paidAt: order.paidAt,
              waivedAt: order.waivedAt,
              credentialIssued: line.purpose === 'access' && credentialed.has(line.offeringId),
              progressPercent: line.purpose === 'access' ? (progress.get(line.offeringId) ?? 0) : 0,
              refundedMinor: refunded[index] ?? 0n,
              use: useOf(line),
            },
            dispute.createdAt,
          ),
        }
      }),
    },
    buyer: {
      name: order.user?.name ?? null,
      email: order.user?.email ?? order.email,
      since: order.user?.createdAt ?? null,
      isGuest: order.guestKey !== null,
      claimedAt: order.claimedAt,
      // The time belongs to the address of today: another one was confirmed at another time.
      emailConfirmedAt: order.user?.email === order.email ? order.user.emailVerified : null,
    },
    card: charge
      ? {
          brand: charge.cardBrand,
          last4: charge.cardLast4,
          billingName: charge.billingName,
          billingAddress: charge.billingAddress,
        }
      : null,
    ...use,
    signIns,
    mails,
    refunds: order.refunds,
    otherOrders,
    reviews,
  }
}

type Bought = {
  id: string
  /** null while a guest's order is unclaimed: then nothing else is known of the buyer */
  userId: string | null
  lines: readonly { offeringId: string }[]
}

/** The last sign-ins that are on record, of any browser. */
async function listSignIns(db: DbOrTx, order: Bought) {
  if (order.userId === null) return []
  const sessions = await db.session.findMany({
    where: { userId: order.userId },
    select: { createdAt: true, ipAddress: true, userAgent: true },
    orderBy: { createdAt: 'desc' },
    take: 200,
  })
  return sessions.map(({ createdAt, ...session }) => ({ at: createdAt, ...session }))
}

/** What else the buyer has paid for: no more than twenty, the latest first. */
async function listOtherOrders(db: DbOrTx, order: Bought) {
  if (order.userId === null) return []
  const others = await db.order.findMany({
    where: { userId: order.userId, id: { not: order.id }, paidAt: { not: null } },
    orderBy: { createdAt: 'desc' },
    take: 20,
    select: {
      number: true,
      paidAt: true,
      totalMinor: true,
      currency: true,
      lines: { orderBy: { position: 'asc' }, select: { title: true } },
      charges: { where: { status: 'succeeded' }, select: { id: true } },
      _count: { select: { disputes: true } },
    },
  })
  return others.flatMap(({ paidAt, lines, charges, _count, ...other }) =>
    paidAt === null
      ? []
      : [
          {
            ...other,
            paidAt,
            titles: lines.map((line) => line.title),
            chargeId: charges[0]?.id ?? null,
            isDisputed: _count.disputes > 0,
          },
        ],
  )
}

async function listReviews(db: DbOrTx, order: Bought) {
  if (order.userId === null) return []
  const reviews = await db.review.findMany({
    where: {
      userId: order.userId,
      offeringId: { in: order.lines.map((line) => line.offeringId) },
    },
    orderBy: { createdAt: 'asc' },
    select: {
      rating: true,
      title: true,
      createdAt: true,
      offering: { select: { title: true } },
    },
  })
  return reviews.map(({ offering, createdAt, ...review }) => ({
    ...review,
    offering: offering.title,
    writtenAt: createdAt,
  }))
}
