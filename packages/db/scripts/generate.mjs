// Generates the Prisma client into src/generated.
//
// `prisma generate` wants a native schema engine that it does not use, and tries to download one.
// Pointing it at any existing executable keeps the step offline; Node itself is always there.

import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const manifestPath = createRequire(import.meta.url).resolve('prisma/package.json')
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
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`)
  if (result.error) process.stderr.write(`${result.error.message}\n`)
}
process.exit(result.status ?? 1)
