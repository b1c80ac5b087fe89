import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const secretsSchema = z.object({
  AUTH_SECRET: z.string().min(32),
  STRIPE_WEBHOOK_SECRET: z.string(),
})

export type LocalSecrets = z.infer<typeof secretsSchema>

/** Secrets of this installation, made at the first call and then kept, so that sessions outlive a restart. */
export function loadLocalSecrets(dataDir: string): LocalSecrets {
  const path = join(dataDir, 'secrets.json')
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Not there, or cut off by a crash: both are mended by new ones.
  }
  const secrets = {
    AUTH_SECRET: randomBytes(33).toString('base64'),
    STRIPE_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString('hex')}`,
  }
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return secrets
}
