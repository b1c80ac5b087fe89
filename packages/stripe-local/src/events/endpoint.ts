import type Stripe from 'stripe'
import { API_VERSION, type Config } from '../config'
import type { Database } from '../state/database'
import { newId } from '../state/ids'

/**
 * Makes the one webhook endpoint agree with the settings: created, pointed elsewhere or
 * switched off. Deliveries that still wait go to the new address.
 */
export function seedEndpoint(db: Database, config: Config): void {
  const existing = db.tables.webhookEndpoints.all()[0]
  if (!config.webhookUrl) {
    if (existing) db.tables.webhookEndpoints.put({ ...existing, status: 'disabled' })
    return
  }
  const endpoint = {
    id: existing?.id ?? newId('we'),
    object: 'webhook_endpoint',
    api_version: API_VERSION,
    application: null,
    created: existing?.created ?? Math.floor(Date.now() / 1000),
    description: 'Set by the configuration of the local Stripe',
    enabled_events: ['*'],
    livemode: false,
    metadata: {},
    status: 'enabled',
    url: config.webhookUrl,
  } satisfies Stripe.WebhookEndpoint
  db.tables.webhookEndpoints.put(endpoint)
  for (const row of db.tables.deliveries.filter((delivery) => delivery.state === 'pending')) {
    if (row.url !== endpoint.url) db.tables.deliveries.put({ ...row, url: endpoint.url })
  }
}
