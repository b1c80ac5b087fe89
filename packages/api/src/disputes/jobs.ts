import type { Deps } from '../shared/deps'
import { remindOfDisputes } from './commands/remind-of-disputes'

/** Cron, every hour: disputes whose deadline comes near without an answer. */
export const runRemindOfDisputes = async (deps: Deps): Promise<void> => {
  await remindOfDisputes(deps)
}
