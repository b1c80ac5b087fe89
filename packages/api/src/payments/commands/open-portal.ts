import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'

/**
 * Opens a session of Stripe's customer portal, where a member changes the card that is charged; it is
 * valid for a few minutes and for that customer alone (docs.stripe.com/customer-management). Throws
 * `unavailable` when Stripe does not answer.
 */
export async function openPortal(
  deps: Pick<Deps, 'stripe' | 'appUrl' | 'logger'>,
  customerId: string,
): Promise<{ url: string }> {
  try {
    const returnUrl = `${deps.appUrl}/account/membership`
    const { url } = await deps.stripe.billingPortal.sessions.create({
      customer: customerId,
      return_url: returnUrl,
      // The one thing that is changed there: plans are changed by us, who show first what that costs.
      flow_data: {
        type: 'payment_method_update',
        after_completion: { type: 'redirect', redirect: { return_url: returnUrl } },
      },
    })
    return { url }
  } catch (error) {
    deps.logger.error({ err: error }, 'the customer portal did not open')
    throw new DomainError('unavailable', 'payment-service-unavailable')
  }
}
