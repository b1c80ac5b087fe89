import { readEnv } from './env'
import { startStripeLocal } from './server'

/** Runs the local Stripe until Ctrl-C. Prints its address on one line once it answers. */
async function main(): Promise<void> {
  const env = readEnv(process.env)
  const stripe = await startStripeLocal({
    port: env.STRIPE_LOCAL_PORT,
    webhookUrl: env.STRIPE_LOCAL_WEBHOOK_URL,
    webhookSecret: env.STRIPE_WEBHOOK_SECRET,
    connectWebhookUrl: env.STRIPE_LOCAL_CONNECT_WEBHOOK_URL,
    connectWebhookSecret: env.STRIPE_CONNECT_WEBHOOK_SECRET,
    dataFile: env.STRIPE_LOCAL_DATA_FILE,
    publicUrl: env.STRIPE_LOCAL_PUBLIC_URL,
    merchantName: env.STRIPE_LOCAL_MERCHANT_NAME,
    secretKey: env.STRIPE_SECRET_KEY,
    settleAfterSeconds: env.STRIPE_LOCAL_SETTLE_SECONDS,
    disputeAfterSeconds: 5,
    refundAfterSeconds: 5,
  })
  console.log(`Local Stripe ready at ${stripe.url}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stripe.close().then(() => process.exit(0))
    })
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
