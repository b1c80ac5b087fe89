import type { DbOrTx } from '@archway/db/client'
import { dayOf } from '../../schemes/rules/calendar'
import { sha256 } from '../../shared/hash'
import { type RenewalEvent, renewalCalendar } from '../rules/renewal-calendar'
import { listWallet } from './wallet'

/** The renewals behind the secret address of a feed; null when no account that may sign in has it. */
export async function getRenewalFeed(
  db: DbOrTx,
  token: string,
  { now, appUrl }: { now: Date; appUrl: string },
): Promise<RenewalEvent[] | null> {
  const feed = await db.renewalFeed.findFirst({
    where: { tokenHash: sha256(token), user: { suspendedAt: null } },
    select: { userId: true },
  })
  if (!feed) return null
  return renewalCalendar(await listWallet(db, feed.userId, appUrl), dayOf(now))
}
