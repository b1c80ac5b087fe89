import type { Deps } from '../shared/deps'
import { publishDueOfferings } from './commands/offering-steps'

/** Publishes what is due; meant for every minute. Safe to repeat. */
export async function runPublishDue(deps: Deps): Promise<void> {
  const { published, refused } = await publishDueOfferings(deps)
  if (published + refused > 0) deps.logger.info({ published, refused }, 'scheduled offerings')
}
