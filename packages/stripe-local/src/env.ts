import { z } from 'zod'
import { LIVE_KEY } from './http/authenticate'

const notLive = (value: string) => !LIVE_KEY.test(value)
const LIVE_MESSAGE = 'is a live key; the local Stripe does not start beside one'

/** An empty variable counts as not set. */
const unsetWhenEmpty = (value: unknown) => (value === '' ? undefined : value)

const envSchema = z.object({
  STRIPE_LOCAL_PORT: z.preprocess(
    unsetWhenEmpty,
    z.coerce.number().int().min(1).max(65_535).default(12111),
  ),
  STRIPE_LOCAL_WEBHOOK_URL: z.preprocess(
    unsetWhenEmpty,
    z.url({ protocol: /^https?$/ }).optional(),
  ),
  STRIPE_WEBHOOK_SECRET: z.preprocess(
    unsetWhenEmpty,
    z.string().trim().min(8).refine(notLive, LIVE_MESSAGE).optional(),
  ),
  STRIPE_LOCAL_CONNECT_WEBHOOK_URL: z.preprocess(
    unsetWhenEmpty,
    z.url({ protocol: /^https?$/ }).optional(),
  ),
  STRIPE_CONNECT_WEBHOOK_SECRET: z.preprocess(
    unsetWhenEmpty,
    z.string().trim().min(8).refine(notLive, LIVE_MESSAGE).optional(),
  ),
  STRIPE_LOCAL_DATA_FILE: z.preprocess(unsetWhenEmpty, z.string().optional()),
  STRIPE_LOCAL_PUBLIC_URL: z.preprocess(unsetWhenEmpty, z.url({ protocol: /^https?$/ }).optional()),
  STRIPE_LOCAL_MERCHANT_NAME: z.preprocess(unsetWhenEmpty, z.string().optional()),
  STRIPE_LOCAL_SETTLE_SECONDS: z.preprocess(unsetWhenEmpty, z.coerce.number().min(0).default(30)),
  STRIPE_SECRET_KEY: z.preprocess(
    unsetWhenEmpty,
    z.string().refine(notLive, LIVE_MESSAGE).optional(),
  ),
})

/** The environment, checked. Throws with one line for each variable that is wrong, without its value. */
export function readEnv(source: NodeJS.ProcessEnv) {
  const parsed = envSchema.safeParse(source)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The local Stripe cannot start:\n${lines.join('\n')}`)
}
