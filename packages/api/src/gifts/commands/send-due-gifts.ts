import type { Deps } from '../../shared/deps'
import { holdGift } from './hold-gift'
import { mailGift } from './mail-gift'

/**
 * Mails the gifts whose day has come. Each in a transaction of its own that looks again under the lock,
 * so two workers send a gift once. Returns how many were sent. Safe to repeat.
 */
export async function sendDueGifts(deps: Pick<Deps, 'db' | 'clock' | 'appUrl'>): Promise<number> {
  const now = deps.clock.now()
  const due = await deps.db.gift.findMany({
    where: { state: 'scheduled', standing: 'active', deliverAt: { lte: now } },
    orderBy: [{ deliverAt: 'asc' }, { id: 'asc' }],
    take: 200,
    select: { id: true },
  })
  let sent = 0
  for (const { id } of due) {
    await deps.db.$transaction(async (tx) => {
      const gift = await holdGift(tx, id)
      const isDue = gift.state === 'scheduled' && gift.standing === 'active'
      if (!isDue || gift.deliverAt.getTime() > now.getTime()) return
      await mailGift(tx, deps, gift)
      sent += 1
    })
  }
  return sent
}
