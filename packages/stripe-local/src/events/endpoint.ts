import type Stripe from 'stripe'
import { API_VERSION, type Config } from '../config'
import type { Database } from '../state/database'
import { newId } from '../state/ids'

/** Stripe makes an endpoint for events of connected accounts with `connect: true` and does not show it. */
export const isForAccounts = (endpoint: Stripe.WebhookEndpoint): boolean =>
  endpoint.metadata.connect === 'true'

/**
 * Makes the webhook endpoints agree with the settings, one for the platform and one for its connected
 * accounts: created, pointed elsewhere or switched off. Deliveries that still wait go to the new address.
 */
export function seedEndpoints(db: Database, config: Config): void {
  seedEndpoint(db, config.webhookUrl, false)
  seedEndpoint(db, config.connectWebhookUrl, true)
}

function seedEndpoint(db: Database, url: string | null, forAccounts: boolean): void {
  const existing = db.tables.webhookEndpoints.find(
    (endpoint) => isForAccounts(endpoint) === forAccounts,
  )
  if (!url) {
    if (existing) db.tables.webhookEndpoints.put({ ...existing, status: 'disabled' })
    return
  }
  const metadata: Stripe.Metadata = forAccounts ? { connect: 'true' } : {}
  const endpoint = {
    id: existing?.id ?? newId('we'),
    object: 'webhook_endpoint',
    api_version: API_VERSION,
    application: null,
    created: existing?.created ?? Math.floor(Date.now() / 1000),
    description: 'Set by the configuration of the local Stripe',
    enabled_events: ['*'],
    livemode: false,
    metadata,
    status: 'enabled',
    url,
  } satisfies Stripe.WebhookEndpoint
  db.tables.webhookEndpoints.put(endpoint)
  const waiting = db.tables.deliveries.filter(
    (delivery) => delivery.state === 'pending' && delivery.endpoint === endpoint.id,
  )
  for (const row of waiting) {
    if (row.url !== endpoint.url) db.tables.deliveries.put({ ...row, url: endpoint.url })
  }
}
