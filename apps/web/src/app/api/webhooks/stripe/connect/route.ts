import { env } from '@/env'
import { receiveStripe } from '@/lib/receive-stripe'

/** Stripe's deliveries about connected accounts. Without a secret of its own the address does not exist. */
export function POST(request: Request) {
  const secrets = env().stripeConnectWebhookSecrets
  if (secrets.length === 0) return new Response('Not found', { status: 404 })
  return receiveStripe(request, 'accounts', secrets)
}
