import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const secretsSchema = z.object({
  AUTH_SECRET: z.string().min(32),
  CREDENTIAL_KEYS_SECRET: z.string().min(32),
  EXAM_KEYS_SECRET: z.string().min(32),
  STRIPE_WEBHOOK_SECRET: z.string(),
  STRIPE_CONNECT_WEBHOOK_SECRET: z.string(),
})

export type LocalSecrets = z.infer<typeof secretsSchema>

/**
 * Secrets of this installation, each made when it is first missing and then kept, so that sessions outlive
 * a restart.
 */
export function loadLocalSecrets(dataDir: string): LocalSecrets {
  const path = join(dataDir, 'secrets.json')
  const kept = readKept(path)
  const complete = secretsSchema.safeParse(kept)
  if (complete.success) return complete.data
  const secrets = {
    AUTH_SECRET: randomBytes(33).toString('base64'),
    CREDENTIAL_KEYS_SECRET: randomBytes(33).toString('base64'),
    EXAM_KEYS_SECRET: randomBytes(33).toString('base64'),
    STRIPE_WEBHOOK_SECRET: newSigningSecret(),
    STRIPE_CONNECT_WEBHOOK_SECRET: newSigningSecret(),
    ...kept,
  }
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return secrets
}

const newSigningSecret = () => `whsec_${randomBytes(24).toString('hex')}`

function readKept(path: string): Partial<LocalSecrets> {
  try {
    return secretsSchema.partial().parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Not there, or cut off by a crash: both are mended by new ones.
    return {}
  }
}
