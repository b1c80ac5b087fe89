import { accountLinkRoutes } from './account-links/routes'
import { accountRoutes } from './accounts/routes'
import { balanceRoutes } from './balance/routes'
import {
  balanceTransactionExpansions,
  balanceTransactionRoutes,
} from './balance-transactions/routes'
import { portalRoutes, portalSessionExpansions } from './billing-portal/routes'
import { chargeExpansions, chargeRoutes } from './charges/routes'
import { sessionExpansions, sessionRoutes } from './checkout-sessions/routes'
import { customerRoutes } from './customers/routes'
import { disputeExpansions, disputeRoutes } from './disputes/routes'
import { eventRoutes } from './events/routes'
import type { Expansions } from './expand'
import {
  invoicePaymentExpansions,
  invoicePaymentRoutes,
  invoicePaymentSourceExpansions,
} from './invoice-payments/routes'
import { invoiceExpansions, invoiceParentExpansions, invoiceRoutes } from './invoices/routes'
import { paymentIntentExpansions, paymentIntentRoutes } from './payment-intents/routes'
import { paymentMethodExpansions, paymentMethodRoutes } from './payment-methods/routes'
import { bankPayoutRoutes } from './payouts/routes'
import { priceRoutes } from './prices/routes'
import { productRoutes } from './products/routes'
import { refundExpansions, refundRoutes } from './refunds/routes'
import type { PathIds, Route } from './route'
import { setupIntentExpansions, setupIntentRoutes } from './setup-intents/routes'
import { subscriptionExpansions, subscriptionRoutes } from './subscriptions/routes'
import { taxRoutes } from './tax/routes'
import { testClockRoutes } from './test-clocks/routes'
import { reversalExpansions, transferExpansions, transferRoutes } from './transfers/routes'
import { webhookEndpointRoutes } from './webhook-endpoints/routes'

const ROUTES: Route[] = [
  ...testClockRoutes,
  ...customerRoutes,
  ...paymentMethodRoutes,
  ...productRoutes,
  ...priceRoutes,
  ...sessionRoutes,
  ...setupIntentRoutes,
  ...subscriptionRoutes,
  ...invoiceRoutes,
  ...invoicePaymentRoutes,
  ...portalRoutes,
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
  ...taxRoutes,
]

/** What can be expanded, by the `object` that holds the field, or the way from one to it. */
export const EXPANSIONS: Record<string, Expansions> = {
  'checkout.session': sessionExpansions,
  setup_intent: setupIntentExpansions,
  payment_method: paymentMethodExpansions,
  subscription: subscriptionExpansions,
  invoice: invoiceExpansions,
  'invoice.parent.subscription_details': invoiceParentExpansions,
  invoice_payment: invoicePaymentExpansions,
  'invoice_payment.payment': invoicePaymentSourceExpansions,
  payment_intent: paymentIntentExpansions,
  'billing_portal.session': portalSessionExpansions,
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
