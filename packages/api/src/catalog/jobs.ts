import type { Deps } from '../shared/deps'
import { applyPriceChanges } from './commands/apply-price-changes'
import { publishDueOfferings } from './commands/offering-steps'

/** Publishes what is due; meant for every minute. Safe to repeat. */
export async function runPublishDue(deps: Deps): Promise<void> {
  const { published, refused } = await publishDueOfferings(deps)
  if (published + refused > 0) deps.logger.info({ published, refused }, 'scheduled offerings')
}

/** Begins and ends prices that were decided ahead; meant for every minute. Safe to repeat. */
export async function runPriceChanges(deps: Deps): Promise<void> {
  const applied = await applyPriceChanges(deps)
  if (applied > 0) deps.logger.info({ applied }, 'price changes')
}
