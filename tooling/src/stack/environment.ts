import { join } from 'node:path'
import { EnvironmentError, parseServerEnv, type ServerEnv } from '@archway/api/shared/env'
import { ExplainedError } from '../terminal/explained-error'
import type { LocalSecrets } from './secrets'
import type { Environment, Ports } from './settings'

/** Which parts run here because no real one is configured. */
export type LocalParts = { postgres: boolean; stripe: boolean; mail: boolean }

/** A real service takes the place of the local one as soon as its variable is set. */
export function findLocalParts(environment: Environment): LocalParts {
  return {
    postgres: environment.DATABASE_URL === undefined,
    stripe: environment.STRIPE_SECRET_KEY === undefined,
    mail: environment.SMTP_URL === undefined,
  }
}

type Inputs = {
  environment: Environment
  ports: Ports
  dataDir: string
  secrets: LocalSecrets
  /** Address of the database that runs here, when one does. */
  localDatabaseUrl: string
}

/** What the site and the worker are given: the person's own settings, and ours for all local parts. */
export function serviceEnvironment(inputs: Inputs): Environment {
  const { environment, ports, dataDir, secrets } = inputs
  const local = findLocalParts(environment)
  return {
    NEXT_TELEMETRY_DISABLED: '1',
    APP_URL: `http://localhost:${ports.web}`,
    AUTH_SECRET: secrets.AUTH_SECRET,
    CREDENTIAL_KEYS_SECRET: secrets.CREDENTIAL_KEYS_SECRET,
    EXAM_KEYS_SECRET: secrets.EXAM_KEYS_SECRET,
    ...(local.postgres ? { DATABASE_URL: inputs.localDatabaseUrl } : {}),
    ...(local.stripe
      ? {
          STRIPE_SECRET_KEY: 'sk_test_archway_local',
          STRIPE_WEBHOOK_SECRET: secrets.STRIPE_WEBHOOK_SECRET,
          STRIPE_CONNECT_WEBHOOK_SECRET: secrets.STRIPE_CONNECT_WEBHOOK_SECRET,
          STRIPE_API_BASE: `http://127.0.0.1:${ports.stripe}`,
        }
      : {}),
    ...(local.mail
      ? {
          SMTP_URL: `smtp://127.0.0.1:${ports.mailSmtp}`,
          MAIL_FROM: 'Archway <hello@archway.test>',
        }
      : {}),
    ...(environment.S3_BUCKET === undefined ? { STORAGE_DIR: join(dataDir, 'files') } : {}),
    ...environment,
  }
}

/** Checks the environment as the site will, before anything is started. Throws with every problem in words. */
export function checkEnvironment(environment: Environment): ServerEnv {
  try {
    return parseServerEnv(environment)
  } catch (error) {
    if (error instanceof EnvironmentError) throw new ExplainedError(error.message)
    throw error
  }
}
