import type { Deps } from '../shared/deps'
import { sendDueGifts } from './commands/send-due-gifts'

/** Cron, every minute: gifts whose day has come. */
export async function runSendGifts(deps: Deps): Promise<void> {
  const sent = await sendDueGifts(deps)
  if (sent > 0) deps.logger.info({ sent }, 'gifts mailed')
}
