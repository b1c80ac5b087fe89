import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { findLocalParts, serviceEnvironment } from './environment'
import { checkPorts, readPorts } from './settings'

const defaults = { web: 3000, postgres: 15432, stripe: 12111, mailWeb: 1080, mailSmtp: 1025 }

test('ports have defaults and are overridden by their variables', () => {
  expect(readPorts({})).toEqual(defaults)
  expect(readPorts({ PORT: '8080', MAIL_SMTP_PORT: '2525' })).toEqual({
    ...defaults,
    web: 8080,
    mailSmtp: 2525,
  })
})

test.each(['0', '65536', '-1', '3000a', '1e3'])('PORT=%s is refused by name', (value) => {
  expect(() => readPorts({ PORT: value })).toThrow('PORT must be a port from 1 to 65535')
})

test('two parts on one port are refused before anything starts', () => {
  expect(() => readPorts({ PORT: '1080' })).toThrow('PORT and MAIL_WEB_PORT are both 1080')
})

test('a taken port is named with its holder and the variable that changes it', async () => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const check = checkPorts({ ...defaults, stripe: port }, ['stripe'])
  await expect(check).rejects.toThrow(
    new RegExp(
      `Port ${port}, meant for the local Stripe, is taken by process ${process.pid} .*STRIPE_LOCAL_PORT=\\d+ npm start`,
    ),
  )
  server.close()
})

const compose = (environment: Record<string, string>) =>
  serviceEnvironment({
    environment,
    ports: defaults,
    dataDir: '/data',
    secrets: {
      AUTH_SECRET: 'a'.repeat(32),
      CREDENTIAL_KEYS_SECRET: 'k'.repeat(32),
      EXAM_KEYS_SECRET: 'e'.repeat(32),
      STRIPE_WEBHOOK_SECRET: 'whsec_local',
      STRIPE_CONNECT_WEBHOOK_SECRET: 'whsec_local_connect',
    },
    localDatabaseUrl: 'postgresql://local/archway',
  })

test('with nothing set, everything runs here', () => {
  expect(findLocalParts({})).toEqual({ postgres: true, stripe: true, mail: true })
  expect(compose({})).toMatchObject({
    DATABASE_URL: 'postgresql://local/archway',
    STRIPE_API_BASE: 'http://127.0.0.1:12111',
    SMTP_URL: 'smtp://127.0.0.1:1025',
    STORAGE_DIR: '/data/files',
    APP_URL: 'http://localhost:3000',
  })
})

test('a real service takes the place of the local one and of all its settings', () => {
  const environment = {
    DATABASE_URL: 'postgresql://real/shop',
    STRIPE_SECRET_KEY: 'sk_live_1',
    SMTP_URL: 'smtp://real',
    S3_BUCKET: 'files',
  }
  expect(findLocalParts(environment)).toEqual({ postgres: false, stripe: false, mail: false })
  const composed = compose(environment)
  expect(composed).toMatchObject(environment)
  for (const name of ['STRIPE_API_BASE', 'STRIPE_WEBHOOK_SECRET', 'MAIL_FROM', 'STORAGE_DIR']) {
    expect(composed[name], name).toBeUndefined()
  }
})
