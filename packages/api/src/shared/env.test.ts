import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { EnvironmentError, environmentVariableNames, parseServerEnv } from './env'

const complete = {
  DATABASE_URL: 'postgresql://archway:pw@127.0.0.1:5432/archway',
  APP_URL: 'http://127.0.0.1:3000/',
  AUTH_SECRET: 'x'.repeat(44),
  CREDENTIAL_KEYS_SECRET: 'y'.repeat(44),
  EXAM_KEYS_SECRET: 'z'.repeat(44),
  STRIPE_SECRET_KEY: 'sk_test_archway',
  STRIPE_WEBHOOK_SECRET: 'whsec_a',
  SMTP_URL: 'smtp://127.0.0.1:1025',
  MAIL_FROM: 'Archway <hello@archway.test>',
  STORAGE_DIR: '/srv/files',
}

function problemsOf(source: Record<string, string | undefined>): Record<string, string> {
  try {
    parseServerEnv(source)
  } catch (error) {
    if (error instanceof EnvironmentError) {
      return Object.fromEntries(error.problems.map(({ name, text }) => [name, text]))
    }
    throw error
  }
  return {}
}

test('a complete environment comes back in useful shapes', () => {
  const env = parseServerEnv({ ...complete, STRIPE_WEBHOOK_SECRET: 'whsec_new, whsec_old' })
  expect(env.appUrl).toBe('http://127.0.0.1:3000')
  expect(env.stripeWebhookSecrets).toEqual(['whsec_new', 'whsec_old'])
  expect(env.storage).toEqual({ kind: 'folder', folder: '/srv/files' })
  expect(env.databasePoolSize).toBe(10)
  expect(env.oauth.google).toBeUndefined()
})

test('every missing variable is named at once, each with what to do', () => {
  expect(Object.keys(problemsOf({})).sort()).toEqual(Object.keys(complete).sort())
  for (const text of Object.values(problemsOf({}))) expect(text).toMatch(/^is missing\. Use /)
})

test('an empty value counts as not set', () => {
  expect(problemsOf({ ...complete, S3_ENDPOINT: '', S3_BUCKET: ' ' })).toEqual({})
  expect(problemsOf({ ...complete, AUTH_SECRET: '' }).AUTH_SECRET).toMatch(/missing/)
})

test.each([
  ['DATABASE_URL', 'mysql://host/x'],
  ['DATABASE_URL', 'postgresql://host:5432'],
  ['DATABASE_POOL_SIZE', 'many'],
  ['APP_URL', 'archway.invalid'],
  ['APP_URL', 'https://archway.invalid/shop'],
  ['AUTH_SECRET', 'hunter2'],
  ['STRIPE_SECRET_KEY', 'pk_test_1'],
  ['STRIPE_WEBHOOK_SECRET', 'whsec_a,abc'],
  ['STRIPE_CONNECT_WEBHOOK_SECRET', 'whsec_a,abc'],
  ['SMTP_URL', 'mail.invalid'],
  ['MAIL_FROM', 'Archway <hello@archway.test>\r\nBcc: everyone@example.org'],
  ['REDIS_URL', 'cache.invalid:6379'],
  ['COUNTRY_HEADER', 'CF-IPCountry: DE'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused without repeating the value', (name, value) => {
  const problems = problemsOf({ ...complete, [name]: value })
  expect(Object.keys(problems)).toEqual([name])
  expect(problems[name]).not.toContain(value)
})

test('half of a set names the missing half', () => {
  const problems = problemsOf({ ...complete, S3_BUCKET: 'files', GITHUB_CLIENT_SECRET: 'x' })
  expect(Object.keys(problems).sort()).toEqual([
    'GITHUB_CLIENT_ID',
    'S3_ACCESS_KEY_ID',
    'S3_REGION',
    'S3_SECRET_ACCESS_KEY',
  ])
})

test('a live key never goes to a local Stripe', () => {
  const local = { ...complete, STRIPE_API_BASE: 'http://127.0.0.1:12111' }
  expect(problemsOf(local)).toEqual({})
  for (const key of ['sk_live_1', 'rk_live_1']) {
    expect(problemsOf({ ...local, STRIPE_SECRET_KEY: key }).STRIPE_API_BASE).toMatch(/live key/)
  }
})

test('.env.example explains every variable', () => {
  const example = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8')
  for (const name of environmentVariableNames) {
    expect(example, `${name} in .env.example`).toMatch(new RegExp(`^# ?${name}=`, 'm'))
  }
})
