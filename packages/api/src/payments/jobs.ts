import type { Deps } from '../shared/deps'
import type { JobPayloads } from '../shared/jobs'
import { checkBooks } from './commands/check-books'
import { processCommand } from './commands/process-command/process-command'
import { expireOrders, reconcile } from './commands/reconcile'
import { type SyncOutcome, syncTarget } from './commands/sync-target'
import { watchDeclines } from './commands/watch-declines'

/** Brings a target in line with Stripe. A failure queues its own retry, so it does not throw. */
export const onOrderDirtied = (
  deps: Deps,
  { key }: JobPayloads['order.dirtied'],
): Promise<SyncOutcome> => syncTarget(deps, key)

/**
 * Sends a command and brings its order up to date. Throws when no answer came, so that the queue
 * sends it again.
 */
export async function onStripeCommandRequested(
  deps: Deps,
  { commandId }: JobPayloads['stripe-command.requested'],
): Promise<void> {
  const { state, error } = await processCommand(deps, commandId)
  if (state !== 'done' && state !== 'failed') {
    throw new Error(`Stripe command ${commandId} has no answer yet: ${error ?? 'unknown'}`)
  }
}

/** Cron, every ten minutes: what webhooks and jobs have lost. */
export const runReconcile = async (deps: Deps): Promise<void> => {
  const found = await reconcile(deps)
  deps.logger.info(found, 'reconciled with Stripe')
}

/** Cron, every night: the ledger against Stripe's balance transactions. */
export const runCheckBooks = async (deps: Deps): Promise<void> => {
  await checkBooks(deps)
}

/** Cron, every minute: unpaid orders whose time is up. */
export const runExpireOrders = async (deps: Deps): Promise<void> => {
  await expireOrders(deps)
}

/** Cron, every five minutes: cards that are being tried out. */
export const runWatchDeclines = async (deps: Deps): Promise<void> => {
  await watchDeclines(deps)
}
