import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { App } from './app'
import type { Config } from './config'
import { createControl, type StripeLocalControl } from './control'
import { seedEndpoints } from './events/endpoint'
import { LIVE_KEY } from './http/authenticate'
import { createListener } from './http/listener'
import { forgetOld } from './state/forget'

const HOST = '127.0.0.1'
const HEARTBEAT_MS = 250

const httpUrl = z.url({ protocol: /^https?$/ })

const optionsSchema = z.strictObject({
  /** 0 takes a free one. */
  port: z.number().int().min(0).max(65_535).default(0),
  webhookUrl: httpUrl.optional(),
  webhookSecret: z.string().trim().min(8).default('whsec_local_development_only'),
  connectWebhookUrl: httpUrl.optional(),
  connectWebhookSecret: z.string().trim().min(8).default('whsec_local_connect_only'),
  dataFile: z.string().min(1).optional(),
  publicUrl: httpUrl.optional(),
  merchantName: z.string().min(1).default('Archway'),
  /** The key that the app uses, if known here: a live one is refused. */
  secretKey: z.string().optional(),
  settleAfterSeconds: z.number().min(0).nullable().default(null),
  balanceTransactionAfterSeconds: z.number().min(0).default(0),
  disputeAfterSeconds: z.number().min(0).default(0),
  refundAfterSeconds: z.number().min(0).default(0),
  retryBaseMs: z.number().min(1).default(1000),
  retryMaximumMs: z.number().min(1).default(3_600_000),
  maximumAttempts: z.number().int().min(1).default(16),
  deliveryTimeoutMs: z.number().min(1).default(10_000),
  deliveryConcurrency: z.number().int().min(1).default(4),
})

export type StripeLocalOptions = z.input<typeof optionsSchema> & {
  /** Milliseconds since 1970; the system clock when left out. */
  clock?: () => number
}

export interface StripeLocal {
  /** e.g. `http://127.0.0.1:12111` */
  url: string
  port: number
  control: StripeLocalControl
  /** Stops serving and delivering; the state is on disk when it resolves. */
  close(): Promise<void>
}

/**
 * Starts a local Stripe on the loopback interface. Point the official SDK at it with
 * `new Stripe('sk_test_…', { host: '127.0.0.1', port, protocol: 'http' })`. Refuses to start
 * when it is given a live key, and when the port is taken.
 */
export async function startStripeLocal(options: StripeLocalOptions = {}): Promise<StripeLocal> {
  const { clock = Date.now, ...rest } = options
  const { port, dataFile, publicUrl, secretKey, webhookUrl, connectWebhookUrl, ...settings } =
    optionsSchema.parse(rest)
  for (const key of [secretKey, settings.webhookSecret, settings.connectWebhookSecret]) {
    if (key !== undefined && LIVE_KEY.test(key)) {
      throw new Error('The local Stripe was given a live key and does not start. Use test keys.')
    }
  }
  const config: Config = {
    ...settings,
    publicUrl: publicUrl ?? '',
    webhookUrl: webhookUrl ?? null,
    connectWebhookUrl: connectWebhookUrl ?? null,
  }
  const app = new App(config, { dataFile, clock })
  app.persistence.load()
  app.db.transact(() => {
    forgetOld(app.db, app.clock.now())
    seedEndpoints(app.db, config)
  })

  const server = createServer(createListener(app))
  const actualPort = await listen(server, port)
  const url = `http://${HOST}:${actualPort}`
  config.publicUrl = (publicUrl ?? url).replace(/\/$/, '')
  const heartbeat = setInterval(() => {
    app.runDue()
    app.commit().catch((error: unknown) => console.error('The state could not be saved:', error))
  }, HEARTBEAT_MS)
  await app.commit()

  return {
    url,
    port: actualPort,
    control: createControl(url),
    async close() {
      clearInterval(heartbeat)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      await app.dispatcher.close()
      await app.persistence.flush()
    },
  }
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken. Set STRIPE_LOCAL_PORT to a free one.`)
          : error,
      )
    })
    server.listen(port, HOST, () => resolve((server.address() as AddressInfo).port))
  })
}
