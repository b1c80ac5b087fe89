// Generates the Prisma client into src/generated, when the schema has changed since the last time.
//
// `prisma generate` wants a native schema engine that it does not use, and tries to download one.
// Pointing it at any existing executable keeps the step offline; Node itself is always there.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stampPath = join(root, 'src', 'generated', '.stamp')
const manifestPath = createRequire(import.meta.url).resolve('prisma/package.json')

function fingerprint() {
  const schemaDir = join(root, 'prisma')
  const names = readdirSync(schemaDir, { recursive: true }).map(String)
  const hash = createHash('sha256').update(readFileSync(manifestPath))
  for (const name of names.filter((name) => name.endsWith('.prisma')).sort()) {
    hash.update(name).update(readFileSync(join(schemaDir, name)))
  }
  return hash.digest('hex')
}

function readStamp() {
  try {
    return readFileSync(stampPath, 'utf8')
  } catch {
    return null
  }
}

/** Makes sure that the generated client fits the schema. Throws with Prisma's own words if it cannot be made. */
export function generateClient() {
  const stamp = fingerprint()
  if (readStamp() === stamp) return
  const cli = join(dirname(manifestPath), 'build', 'index.js')
  const result = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  })
  if (result.status !== 0) {
    throw new Error(
      `The database client could not be generated.\n${result.error?.message ?? ''}${result.stdout ?? ''}${result.stderr ?? ''}`,
    )
  }
  writeFileSync(stampPath, stamp)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generateClient()
