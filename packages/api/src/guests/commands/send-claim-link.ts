import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import { requestMail } from '../../notifications/commands'
import { day } from '../../notifications/rules'
import { issueClaimLink } from '../../payments/commands/claim-link'
import type { Actor, Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, forbidden, notFound } from '../../shared/errors'
import { sha256 } from '../../shared/hash'
import { originOf } from '../../shared/origin'
import { can } from '../../shared/permissions'
import type { SendClaimLinkInput } from '../schema'

const unclaimed = { guestKey: { not: null }, userId: null, paidAt: { not: null } } as const

/**
 * Mails the link again when number and address are those of a guest's order that was paid and is not claimed.
 * The answer is the same when there is none, so that nobody learns who bought what.
 */
export async function sendClaimLink(
  deps: Pick<Deps, 'db' | 'clock' | 'appUrl' | 'limits'>,
  actor: Actor,
  { orderNumber, email }: SendClaimLinkInput,
): Promise<void> {
  await deps.limits.consume('mailPerOrigin', originOf(actor))
  await deps.limits.consume('mailPerAddress', sha256(email))
  await deps.db.$transaction(async (tx) => {
    const order = await tx.order.findFirst({
      where: { ...unclaimed, number: orderNumber, email },
      select: { id: true },
    })
    if (order) await mailLink(tx, deps, order.id, null)
  })
}

/**
 * Staff sends the link again, to the address of the order and no other. Needs `order.resync`. Throws
 * `conflict` (`nothing-to-claim`) for what is not a guest's, not paid or claimed.
 */
export async function resendClaimLink(
  deps: Pick<Deps, 'db' | 'clock' | 'appUrl'>,
  actor: Member,
  { orderId }: { orderId: string },
): Promise<void> {
  if (!can(actor, 'order.resync')) throw forbidden()
  await deps.db.$transaction(async (tx) => {
    const order = await tx.order.findUnique({
      where: { id: orderId },
      select: { guestKey: true, userId: true, paidAt: true },
    })
    if (!order) throw notFound('order')
    if (!order.guestKey || order.userId || !order.paidAt) throw conflict('nothing-to-claim')
    await mailLink(tx, deps, orderId, actor.userId)
    await recordAudit(tx, actor, {
      action: 'order.send-claim-link',
      entityType: 'order',
      entityId: orderId,
    })
  })
}

async function mailLink(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  orderId: string,
  requestedBy: string | null,
): Promise<void> {
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      id: true,
      number: true,
      email: true,
      lines: { orderBy: { position: 'asc' }, select: { title: true } },
    },
  })
  const link = await issueClaimLink(tx, order, deps.clock.now(), deps.appUrl, requestedBy)
  await requestMail(tx, {
    key: `claim-link:${sha256(link.url)}`,
    template: 'claim-link',
    recipient: order.email,
    params: {
      orderNumber: order.number,
      titles: order.lines.map((line) => line.title),
      url: link.url,
      until: day(link.expiresAt, 'UTC'),
    },
  })
}
