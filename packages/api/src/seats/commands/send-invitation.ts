import type { Tx } from '@archway/db/client'
import { requestMail } from '../../notifications/commands'
import { seatClaimLink } from '../../notifications/rules'
import type { Deps } from '../../shared/deps'
import { randomToken, sha256 } from '../../shared/hash'
import type { HeldPool } from './hold-pool'

/**
 * Mails a seat's invitation with a new secret; the one that was mailed before stops working. Only the
 * hash of it is kept. The pack must be locked.
 */
export async function sendInvitation(
  tx: Tx,
  { appUrl }: Pick<Deps, 'appUrl'>,
  pool: HeldPool,
  seat: { id: string; email: string; sends: number },
): Promise<void> {
  const secret = randomToken()
  const sends = seat.sends + 1
  await tx.seatAssignment.update({
    where: { id: seat.id },
    data: { tokenHash: sha256(secret), sends },
    select: { id: true },
  })
  await requestMail(tx, {
    key: `seat-invitation:${seat.id}:${sends}`,
    template: 'seat-invitation',
    recipient: seat.email,
    params: {
      owner: pool.owner.name,
      title: pool.offering.title,
      url: seatClaimLink(appUrl, secret),
    },
  })
}
