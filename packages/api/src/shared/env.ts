import { z } from 'zod'
import type { StripeSettings } from '../payments/stripe-gateway'
import type { StorageSettings } from './storage'

const pathOf = (value: string) => (URL.canParse(value) ? new URL(value).pathname : '')

const isUrl = (protocols: readonly string[]) => (value: string) =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol)

const address = (protocols: readonly string[], hint: string) =>
  z.string({ error: `is missing. ${hint}` }).refine(isUrl(protocols), {
    error: `is not an address that works here. ${hint}`,
  })

const secret = (hint: string) => z.string({ error: `is missing. ${hint}` })
const optional = z.string().optional()

const DATABASE_HINT =
  'Use a PostgreSQL address with a database, such as postgresql://user:password@host:5432/archway.'
const APP_HINT =
  'Use the address that people type into the browser, such as https://archway.example.'
const SMTP_HINT = 'Use the address of a mail server, such as smtp://user:password@host:587.'
const REDIS_HINT = 'Use the address of a Redis server, such as redis://user:password@host:6379.'
const AUTH_HINT =
  'Use at least 32 random characters, for example the output of: openssl rand -base64 33'
const KEYS_HINT =
  'Use at least 32 random characters, for example the output of: openssl rand -base64 33; while it is changed, the new and the old one with a comma between them.'
const METRICS_HINT =
  'Use at least 16 random characters, for example the output of: openssl rand -hex 16'
const STRIPE_HINT =
  "Use a secret or restricted key from Stripe's dashboard (it starts with sk_ or rk_)."
const WEBHOOK_HINT =
  'Use the signing secret of the webhook endpoint (it starts with whsec_); while it is changed, the old and the new one with a comma between them.'

const CONNECT_HINT =
  'Use the signing secret of the webhook endpoint for connected accounts (it starts with whsec_), or leave it out when no provider is paid through Stripe.'

/** What sealed texts open with: the first seals, all of them open. */
const sealingSecrets = secret(KEYS_HINT)
  .transform((value) => value.split(',').map((part) => part.trim()))
  .refine((parts): parts is [string, ...string[]] => parts.every((part) => part.length >= 32), {
    error: `is too short. ${KEYS_HINT}`,
  })

const variables = z.object({
  DATABASE_URL: address(['postgres:', 'postgresql:'], DATABASE_HINT).refine(
    (value) => pathOf(value).length > 1,
    { error: `names no database. ${DATABASE_HINT}` },
  ),
  DATABASE_POOL_SIZE: z.coerce
    .number({ error: 'is not a number. Use the connections of one process, from 1 to 200.' })
    .int({ error: 'is not a whole number.' })
    .min(1, { error: 'must be at least 1.' })
    .max(200, { error: 'must be at most 200.' })
    .default(10),
  APP_URL: address(['http:', 'https:'], APP_HINT).refine(
    (value) => ['', '/'].includes(pathOf(value)),
    { error: `must have no path. ${APP_HINT}` },
  ),
  AUTH_SECRET: secret(AUTH_HINT).min(32, { error: `is too short. ${AUTH_HINT}` }),
  CREDENTIAL_KEYS_SECRET: sealingSecrets,
  EXAM_KEYS_SECRET: sealingSecrets,
  STRIPE_SECRET_KEY: secret(STRIPE_HINT).regex(/^(sk|rk)_(test|live)_/, {
    error: `is not a key of Stripe. ${STRIPE_HINT}`,
  }),
  STRIPE_WEBHOOK_SECRET: secret(WEBHOOK_HINT)
    .transform((value) => value.split(',').map((part) => part.trim()))
    .refine((parts) => parts.every((part) => part.startsWith('whsec_')), {
      error: `is not a signing secret. ${WEBHOOK_HINT}`,
    }),
  STRIPE_CONNECT_WEBHOOK_SECRET: secret(CONNECT_HINT)
    .transform((value) => value.split(',').map((part) => part.trim()))
    .refine((parts) => parts.every((part) => part.startsWith('whsec_')), {
      error: `is not a signing secret. ${CONNECT_HINT}`,
    })
    .optional(),
  STRIPE_API_BASE: address(['http:'], 'Leave it out for the real Stripe.').optional(),
  SMTP_URL: address(['smtp:', 'smtps:'], SMTP_HINT),
  MAIL_FROM: secret('Use the sender of all mails, such as Archway <hello@archway.example>.').regex(
    /^[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/,
    { error: 'is not a mail address. Write it as hello@archway.example or Name <address>.' },
  ),
  REDIS_URL: address(['redis:', 'rediss:'], REDIS_HINT).optional(),
  STORAGE_DIR: optional,
  S3_BUCKET: optional,
  S3_REGION: optional,
  S3_ENDPOINT: address(
    ['http:', 'https:'],
    'Use the address of the S3 service, or leave it out for Amazon.',
  ).optional(),
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  STRIPE_TAX: z.enum(['on', 'off'], { error: 'must be on or off.' }).default('off'),
  COUNTRY_HEADER: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]*$/, {
      error: 'is no name of a header. Use what your proxy sets, such as CF-IPCountry.',
    })
    .optional(),
  VAT_CHECK_URL: address(
    ['http:', 'https:'],
    'Use https://ec.europa.eu/taxation_customs/vies/rest-api, or leave it out.',
  ).optional(),
  METRICS_TOKEN: z
    .string()
    .min(16, { error: `is too short. ${METRICS_HINT}` })
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent.',
    })
    .default('info'),
  GOOGLE_CLIENT_ID: optional,
  GOOGLE_CLIENT_SECRET: optional,
  GITHUB_CLIENT_ID: optional,
  GITHUB_CLIENT_SECRET: optional,
  LINKEDIN_CLIENT_ID: optional,
  LINKEDIN_CLIENT_SECRET: optional,
  MICROSOFT_CLIENT_ID: optional,
  MICROSOFT_CLIENT_SECRET: optional,
  MICROSOFT_TENANT_ID: z.string().default('common'),
})

type Variables = z.infer<typeof variables>
type VariableName = keyof Variables

/** Sets of variables that only make sense together. */
const TOGETHER: readonly (readonly VariableName[])[] = [
  ['S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
  ['LINKEDIN_CLIENT_ID', 'LINKEDIN_CLIENT_SECRET'],
  ['MICROSOFT_CLIENT_ID', 'MICROSOFT_CLIENT_SECRET'],
]

type Problem = { name: string; text: string }

function findContradictions(set: (name: VariableName) => string | undefined): Problem[] {
  const problems = TOGETHER.flatMap((names) => {
    const present = names.filter((name) => set(name) !== undefined)
    if (present.length === 0) return []
    return names
      .filter((name) => set(name) === undefined)
      .map((name) => ({ name, text: `is missing, but ${present.join(' and ')} is set.` }))
  })
  if (set('STORAGE_DIR') === undefined && set('S3_BUCKET') === undefined) {
    problems.push({
      name: 'STORAGE_DIR',
      text: 'is missing. Use a folder for uploaded files, or set S3_BUCKET and its companions.',
    })
  }
  if (
    set('STRIPE_API_BASE') !== undefined &&
    /^(sk|rk)_live_/.test(set('STRIPE_SECRET_KEY') ?? '')
  ) {
    problems.push({
      name: 'STRIPE_API_BASE',
      text: 'is set together with a live key. A key that moves real money may only go to Stripe: remove one of the two.',
    })
  }
  return problems
}

/** Thrown for a bad environment. The message names every bad variable and says what to do; it never repeats a value. */
export class EnvironmentError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    const width = Math.max(...problems.map((problem) => problem.name.length))
    const lines = problems.map((problem) => `  ${problem.name.padEnd(width)}  ${problem.text}`)
    super(
      `The environment is not usable yet. Put this right in .env or where the process is started (.env.example explains each variable):\n${lines.join('\n')}`,
    )
    this.name = 'EnvironmentError'
  }
}

/** Keys of one sign-in service. */
export type OAuthClient = { clientId: string; clientSecret: string }

const oauthClient = (clientId?: string, clientSecret?: string): OAuthClient | undefined =>
  clientId && clientSecret ? { clientId, clientSecret } : undefined

function toStorage(values: Variables): StorageSettings {
  const { S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = values
  if (S3_BUCKET && S3_REGION && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY) {
    return {
      kind: 's3',
      bucket: S3_BUCKET,
      region: S3_REGION,
      endpoint: values.S3_ENDPOINT,
      accessKeyId: S3_ACCESS_KEY_ID,
      secretAccessKey: S3_SECRET_ACCESS_KEY,
    }
  }
  return { kind: 'folder', folder: values.STORAGE_DIR ?? '' }
}

function toServerEnv(values: Variables) {
  const microsoft = oauthClient(values.MICROSOFT_CLIENT_ID, values.MICROSOFT_CLIENT_SECRET)
  const stripe: StripeSettings = {
    secretKey: values.STRIPE_SECRET_KEY,
    apiBase: values.STRIPE_API_BASE,
  }
  return {
    databaseUrl: values.DATABASE_URL,
    /** connections that one process may open */
    databasePoolSize: values.DATABASE_POOL_SIZE,
    /** without a slash at the end */
    appUrl: new URL(values.APP_URL).origin,
    authSecret: values.AUTH_SECRET,
    /** what the keys of issuers are sealed with: the first seals, all open */
    credentialKeysSecrets: values.CREDENTIAL_KEYS_SECRET,
    /** what keys and rationales of exam items are sealed with: the first seals, all open */
    examKeysSecrets: values.EXAM_KEYS_SECRET,
    stripe,
    /** more than one only while the secret is being changed */
    stripeWebhookSecrets: values.STRIPE_WEBHOOK_SECRET,
    /** of the endpoint for connected accounts; none when no provider is paid through Stripe */
    stripeConnectWebhookSecrets: values.STRIPE_CONNECT_WEBHOOK_SECRET ?? [],
    /** set when several instances of the site run */
    redisUrl: values.REDIS_URL,
    mail: { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM },
    storage: toStorage(values),
    /** where it is asked whether a tax number exists; nobody is asked when it is not set */
    taxCheckUrl: values.VAT_CHECK_URL,
    /** the header in which a proxy says the country of a network address; believed only when it is set */
    countryHeader: values.COUNTRY_HEADER,
    isStripeTaxOn: values.STRIPE_TAX === 'on',
    logLevel: values.LOG_LEVEL,
    /** what monitoring says to read the metrics; without one there are none to read */
    metricsToken: values.METRICS_TOKEN,
    oauth: {
      google: oauthClient(values.GOOGLE_CLIENT_ID, values.GOOGLE_CLIENT_SECRET),
      github: oauthClient(values.GITHUB_CLIENT_ID, values.GITHUB_CLIENT_SECRET),
      linkedin: oauthClient(values.LINKEDIN_CLIENT_ID, values.LINKEDIN_CLIENT_SECRET),
      microsoft: microsoft && { ...microsoft, tenantId: values.MICROSOFT_TENANT_ID },
    },
  }
}

/** The environment of the site and of the worker, validated and in useful shapes. */
export type ServerEnv = ReturnType<typeof toServerEnv>

/**
 * Reads the environment of a process. An empty value counts as not set. Throws `EnvironmentError`
 * with all problems at once.
 */
export function parseServerEnv(source: Record<string, string | undefined>): ServerEnv {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const result = variables.safeParse(given)
  const problems: Problem[] = (result.error?.issues ?? []).map((issue) => ({
    name: issue.path.join('.'),
    text: issue.message,
  }))
  problems.push(...findContradictions((name) => given[name]))
  if (!result.success || problems.length > 0) throw new EnvironmentError(firstPerName(problems))
  return toServerEnv(result.data)
}

function firstPerName(problems: Problem[]): Problem[] {
  return problems.filter(
    (problem, index) => problems.findIndex((other) => other.name === problem.name) === index,
  )
}

/** Names of all variables that a process understands, for the check of `.env.example`. */
export const environmentVariableNames: readonly string[] = Object.keys(variables.shape)
