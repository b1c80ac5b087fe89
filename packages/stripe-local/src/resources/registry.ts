import { accountLinkRoutes } from './account-links/routes'
import { accountRoutes } from './accounts/routes'
import { balanceRoutes } from './balance/routes'
import {
  balanceTransactionExpansions,
  balanceTransactionRoutes,
} from './balance-transactions/routes'
import { chargeExpansions, chargeRoutes } from './charges/routes'
import { sessionExpansions, sessionRoutes } from './checkout-sessions/routes'
import { customerRoutes } from './customers/routes'
import { disputeExpansions, disputeRoutes } from './disputes/routes'
import { eventRoutes } from './events/routes'
import type { Expansions } from './expand'
import { paymentIntentExpansions, paymentIntentRoutes } from './payment-intents/routes'
import { bankPayoutRoutes } from './payouts/routes'
import { productRoutes } from './products/routes'
import { refundExpansions, refundRoutes } from './refunds/routes'
import type { PathIds, Route } from './route'
import { reversalExpansions, transferExpansions, transferRoutes } from './transfers/routes'
import { webhookEndpointRoutes } from './webhook-endpoints/routes'

const ROUTES: Route[] = [
  ...customerRoutes,
  ...productRoutes,
  ...sessionRoutes,
  ...paymentIntentRoutes,
  ...chargeRoutes,
  ...refundRoutes,
  ...disputeRoutes,
  ...accountRoutes,
  ...accountLinkRoutes,
  ...transferRoutes,
  ...bankPayoutRoutes,
  ...balanceRoutes,
  ...balanceTransactionRoutes,
  ...eventRoutes,
  ...webhookEndpointRoutes,
]

/** What can be expanded, by the `object` that holds the field. */
export const EXPANSIONS: Record<string, Expansions> = {
  'checkout.session': sessionExpansions,
  payment_intent: paymentIntentExpansions,
  charge: chargeExpansions,
  refund: refundExpansions,
  dispute: disputeExpansions,
  transfer: transferExpansions,
  transfer_reversal: reversalExpansions,
  balance_transaction: balanceTransactionExpansions,
  price: { product: (scope, price) => scope.tables.products.get(String(price.product)) ?? null },
}

const PATTERNS = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
}))

/** The route that serves a request, with the ids in its path. */
export function findRoute(
  method: string,
  path: string,
): { route: Route; ids: PathIds } | undefined {
  for (const { route, pattern } of PATTERNS) {
    const match = route.method === method ? pattern.exec(path) : null
    if (match) return { route, ids: { ...match.groups } }
  }
  return undefined
}
