import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../paths'
import {
  acceptsConnections,
  answersWell,
  type ServiceOptions,
  type startService,
  waitForService,
} from './service'
import type { Environment, Ports } from './settings'
import { NEXT_BIN, WEB_DIR } from './web-build'

/** What every service start needs to know about its stack. */
export type ServiceContext = {
  environment: Environment
  ports: Ports
  dataDir: string
  isDevelopment: boolean
  /** Whether the local Stripe's state is to survive a restart, too. */
  durability: 'safe' | 'throw-away'
  /** Name of the folder in apps/web that the site is served from; not used in development. */
  buildCopy: string
  start: (options: Omit<ServiceOptions, 'logPath'>) => ReturnType<typeof startService>
}

const TSX = ['--import', 'tsx']

/** The local Stripe. */
export async function startLocalStripe(context: ServiceContext): Promise<void> {
  const { ports, environment } = context
  const service = context.start({
    name: 'stripe',
    args: [...TSX, 'src/main.ts'],
    cwd: join(ROOT, 'packages', 'stripe-local'),
    env: {
      ...environment,
      STRIPE_LOCAL_PORT: String(ports.stripe),
      STRIPE_LOCAL_WEBHOOK_URL: `http://127.0.0.1:${ports.web}/api/webhooks/stripe`,
      STRIPE_LOCAL_CONNECT_WEBHOOK_URL: `http://127.0.0.1:${ports.web}/api/webhooks/stripe/connect`,
      STRIPE_LOCAL_DATA_FILE:
        context.durability === 'safe' ? join(context.dataDir, 'stripe.json') : undefined,
    },
  })
  await waitForService(service, () => acceptsConnections(ports.stripe))
}

/** The local mail server, which delivers nothing and shows every mail in a web page. */
export async function startMailInbox(context: ServiceContext): Promise<void> {
  const { ports } = context
  const entry = fileURLToPath(import.meta.resolve('maildev'))
  const service = context.start({
    name: 'mail',
    args: [
      join(dirname(entry), 'bin', 'maildev.js'),
      `--smtp=${ports.mailSmtp}`,
      '--ip=127.0.0.1',
      `--web=${ports.mailWeb}`,
      '--web-ip=127.0.0.1',
      `--mail-directory=${join(context.dataDir, 'mails')}`,
      '--max-emails=500',
    ],
    cwd: context.dataDir,
    env: context.environment,
  })
  await waitForService(
    service,
    async () =>
      (await acceptsConnections(ports.mailSmtp)) && (await acceptsConnections(ports.mailWeb)),
  )
}

/** The site. Ready when it says that it is healthy, which includes its database. */
export async function startWeb(context: ServiceContext): Promise<void> {
  const { ports, isDevelopment } = context
  const service = context.start({
    name: 'web',
    args: [
      NEXT_BIN,
      isDevelopment ? 'dev' : 'start',
      '--hostname=127.0.0.1',
      `--port=${ports.web}`,
    ],
    cwd: WEB_DIR,
    env: {
      ...context.environment,
      NODE_ENV: isDevelopment ? 'development' : 'production',
      ...(isDevelopment ? {} : { ARCHWAY_BUILD_DIR: context.buildCopy }),
    },
  })
  await waitForService(service, () => answersWell(`http://127.0.0.1:${ports.web}/api/health`))
}

/** The job process. */
export function startWorker(context: ServiceContext): void {
  const watch = context.isDevelopment ? ['watch', '--clear-screen=false'] : []
  const tsx = join(
    dirname(createRequire(import.meta.url).resolve('tsx/package.json')),
    'dist',
    'cli.mjs',
  )
  context.start({
    name: 'worker',
    args: context.isDevelopment ? [tsx, ...watch, 'src/main.ts'] : [...TSX, 'src/main.ts'],
    cwd: join(ROOT, 'apps', 'worker'),
    env: {
      ...context.environment,
      NODE_ENV: context.isDevelopment ? 'development' : 'production',
    },
  })
}
