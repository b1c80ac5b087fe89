import type { Tx } from '@archway/db/client'
import { requestMail } from '../../notifications/commands'
import { giftClaimLink } from '../../notifications/rules'
import type { Deps } from '../../shared/deps'
import { randomToken, sha256 } from '../../shared/hash'
import type { HeldGift } from './hold-gift'

/**
 * Mails a gift with a new secret; the one that was mailed before stops working, the buyer's own link does
 * not. Only the hash of it is kept. The gift must be locked, paid for and not claimed.
 */
export async function mailGift(
  tx: Tx,
  { appUrl, clock }: Pick<Deps, 'appUrl' | 'clock'>,
  gift: HeldGift,
): Promise<void> {
  const secret = randomToken()
  const sends = gift.sends + 1
  await tx.gift.update({
    where: { id: gift.id },
    data: { state: 'sent', sentAt: clock.now(), mailHash: sha256(secret), sends },
    select: { id: true },
  })
  await requestMail(tx, {
    key: `gift:${gift.id}:${sends}`,
    template: 'gift',
    recipient: gift.recipientEmail,
    params: {
      name: gift.recipientName,
      from: gift.buyer.name,
      title: gift.offering.title,
      message: gift.message,
      url: giftClaimLink(appUrl, secret),
    },
  })
}
