import type { Db } from '@archway/db/client'
import type { Claim } from '../../payments/commands/claim-target'
import {
  fetchSubscription,
  type SubscriptionPlan,
} from '../../payments/commands/fetch-subscription'
import type { Deps } from '../../shared/deps'
import { commitSubscription } from './commit-subscription'
import { taxSales } from './tax-sales'

type SyncDeps = Pick<Deps, 'db' | 'clock' | 'stripe' | 'isStripeTaxOn' | 'appUrl'>

/**
 * Brings a claimed membership in line with Stripe: fetches with no transaction open, decides by a pure
 * function, and commits facts, orders of paid invoices, status, access, mails and what has to be undone
 * in one transaction under the fence. Every part is keyed by the Stripe object or the membership, so
 * committing the same facts again changes nothing. Throws `FencedError` when the lease has passed on.
 */
export async function syncSubscription(
  deps: SyncDeps,
  claim: Claim,
  subscriptionId: string,
): Promise<void> {
  const plan = await planFetch(deps.db, subscriptionId, claim)
  const facts = await fetchSubscription(deps, plan)
  const taxes = await taxSales(deps, subscriptionId, facts)
  await commitSubscription(deps, claim, subscriptionId, { facts, taxes })
}

async function planFetch(db: Db, id: string, claim: Claim): Promise<SubscriptionPlan> {
  const row = await db.subscription.findUniqueOrThrow({
    where: { id },
    select: {
      checkoutSessionId: true,
      stripeSubscriptionId: true,
      stripeCustomerId: true,
      createdAt: true,
      commands: { where: { kind: 'create_subscription_session' }, select: { firstSentAt: true } },
      invoices: { select: { id: true, status: true, paymentIntentId: true, firstFailedAt: true } },
    },
  })
  const startingWith = (prefix: string) => claim.hintedIds.filter((hint) => hint.startsWith(prefix))
  const wasSent = row.commands.some((command) => command.firstSentAt !== null)
  const settled = row.invoices.filter(({ status }) => status === 'paid')
  return {
    id,
    sessionId: row.checkoutSessionId,
    stripeSubscriptionId: row.stripeSubscriptionId,
    customerId: row.stripeCustomerId,
    hintedSessionIds: startingWith('cs_'),
    hintedSubscriptionIds: startingWith('sub_'),
    searchSince: wasSent ? row.createdAt : null,
    known: new Map(settled.map((invoice) => [invoice.id, invoice])),
  }
}
