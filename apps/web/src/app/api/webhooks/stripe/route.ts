import { env } from '@/env'
import { receiveStripe } from '@/lib/receive-stripe'

/** Stripe's deliveries about the platform's own account. */
export const POST = (request: Request) =>
  receiveStripe(request, 'platform', env().stripeWebhookSecrets)
