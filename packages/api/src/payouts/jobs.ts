import type { System } from '../shared/actor'
import type { Deps } from '../shared/deps'
import { retryPayouts } from './commands/retry-payouts'
import { runPayouts } from './commands/run-payouts'

const scheduler: System = { type: 'system', name: 'payouts' }

/** Cron, every day: pays what is available to those whose account takes it. */
export const runDailyPayouts = async (deps: Deps): Promise<void> => {
  const { sent, blocked } = await runPayouts(deps, scheduler)
  deps.logger.info({ sent: sent.length, blocked: blocked.length }, 'payouts were planned')
}

/** Cron, every hour: payouts that the platform's balance was short for. */
export const runRetryPayouts = async (deps: Deps): Promise<void> => {
  const count = await retryPayouts(deps, scheduler)
  if (count > 0) deps.logger.info({ count }, 'payouts are tried again')
}
