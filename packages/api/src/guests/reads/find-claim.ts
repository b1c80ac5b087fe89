import type { DbOrTx } from '@archway/db/client'
import { sha256 } from '../../shared/hash'

/** The order that a mailed link is for, and until when it works; null when nobody made such a link. */
export const findClaim = (db: DbOrTx, token: string) =>
  db.orderClaimToken.findUnique({
    where: { tokenHash: sha256(token) },
    select: { expiresAt: true, order: { select: { id: true, email: true } } },
  })
