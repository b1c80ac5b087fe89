import type { DbOrTx } from '@archway/db/client'
import { randomToken, sha256 } from '../../shared/hash'

/** How long a mailed link claims an order. */
export const claimLinkDays = 30

export type ClaimLink = { url: string; expiresAt: Date }

/**
 * Makes a link by which whoever has the mailbox claims a guest's order. Only its SHA-256 is kept. Links that
 * were sent before go on working, so asking for another takes nothing from who has one.
 */
export async function issueClaimLink(
  tx: DbOrTx,
  order: { id: string },
  now: Date,
  appUrl: string,
  requestedBy: string | null = null,
): Promise<ClaimLink> {
  const secret = randomToken()
  const expiresAt = new Date(now.getTime() + claimLinkDays * 86_400_000)
  await tx.orderClaimToken.create({
    data: {
      tokenHash: sha256(secret),
      orderId: order.id,
      requestedBy,
      createdAt: now,
      expiresAt,
    },
    select: { tokenHash: true },
  })
  return { url: `${appUrl}/claim?token=${secret}`, expiresAt }
}
