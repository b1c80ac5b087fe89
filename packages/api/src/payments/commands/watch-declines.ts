import type { Db } from '@archway/db/client'
import { mailStaff } from '../../notifications/commands'
import { adminLink } from '../../notifications/rules'
import type { Deps } from '../../shared/deps'
import { listSuspicions, type Suspicion } from '../reads/declines'
import { declineWindowMinutes } from '../rules/card-testing'
import { requestSessionEnd } from './request-session-end'

/** A guest is known by the address, which no id looks like. */
const ofPerson = (key: string) =>
  key.includes('@') ? { userId: null, email: key } : { userId: key }

/** Ends the checkouts of somebody who tries out cards: one session takes any number of them. */
async function endCheckouts(db: Db, { scope, key }: Suspicion): Promise<void> {
  if (scope === 'total') return
  const orders = await db.order.findMany({
    where: {
      status: 'awaiting_payment',
      commands: { none: { kind: 'expire_session' } },
      ...(scope === 'origin' ? { ipAddress: key } : ofPerson(key)),
    },
    select: { id: true },
  })
  for (const { id } of orders) {
    await db.$transaction((tx) => requestSessionEnd(tx, id, 'card_testing'))
  }
}

/**
 * Tells staff of people and addresses whose payments are declined too often, and of the whole, and ends
 * the checkouts that the former have open (new ones they do not get). The mail's
 * key holds whom it is about and the window of the clock, so that each is told once in it, however often
 * this runs. Returns how many there are now.
 */
export async function watchDeclines(
  deps: Pick<Deps, 'db' | 'clock' | 'appUrl' | 'livemode' | 'logger'>,
): Promise<number> {
  const now = deps.clock.now()
  const suspicions = await listSuspicions(deps.db, deps.livemode, now)
  const window = Math.floor(now.getTime() / (declineWindowMinutes * 60_000))
  for (const suspicion of suspicions) {
    const { scope, key, subject, failed, succeeded } = suspicion
    deps.logger.warn({ scope, key, failed, succeeded }, 'payments are declined too often')
    await endCheckouts(deps.db, suspicion)
    await mailStaff(deps.db, 'ledger.read', {
      key: `card-testing:${scope}:${key}:${window}`,
      template: 'card-testing',
      params: (name) => ({
        name,
        scope,
        subject,
        failed,
        succeeded,
        minutes: declineWindowMinutes,
        url: adminLink(deps.appUrl, '/admin/money'),
      }),
    })
  }
  return suspicions.length
}
