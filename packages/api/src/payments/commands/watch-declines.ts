import { mailStaff } from '../../notifications/commands'
import { adminLink } from '../../notifications/rules'
import type { Deps } from '../../shared/deps'
import { listSuspicions } from '../reads/declines'
import { declineWindowMinutes } from '../rules/card-testing'

/**
 * Tells staff of people and addresses whose payments are declined too often, and of the whole. The mail's
 * key holds whom it is about and the window of the clock, so that each is told once in it, however often
 * this runs. Returns how many there are now.
 */
export async function watchDeclines(
  deps: Pick<Deps, 'db' | 'clock' | 'appUrl' | 'livemode' | 'logger'>,
): Promise<number> {
  const now = deps.clock.now()
  const suspicions = await listSuspicions(deps.db, deps.livemode, now)
  const window = Math.floor(now.getTime() / (declineWindowMinutes * 60_000))
  for (const { scope, key, subject, failed, succeeded } of suspicions) {
    deps.logger.warn({ scope, key, failed, succeeded }, 'payments are declined too often')
    await mailStaff(deps.db, 'ledger.read', {
      key: `card-testing:${scope}:${key}:${window}`,
      template: 'card-testing',
      params: {
        scope,
        subject,
        failed,
        succeeded,
        minutes: declineWindowMinutes,
        url: adminLink(deps.appUrl, '/admin/money'),
      },
    })
  }
  return suspicions.length
}
