// The way into every command: `node tooling/run.mjs <command> [arguments]`.
//
// Plain JavaScript without dependencies, because it runs before there are any: it checks Node,
// installs what the lockfile names when that has changed, and then loads src/<command>.ts.

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { pnpmCommand, quietEnvironment } from './npx.mjs'

const NEEDED = [20, 19]

const toolingDir = dirname(fileURLToPath(import.meta.url))
const root = dirname(toolingDir)
const stampPath = join(root, 'node_modules', '.archway-install')

class Refusal extends Error {}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return
  throw new Refusal(
    `Archway needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}. Get a newer one from nodejs.org and run the command again.`,
  )
}

function findCommand(name) {
  const path = join(toolingDir, 'src', `${name}.ts`)
  if (/^[a-z-]+$/.test(name ?? '') && existsSync(path)) return path
  const known = readdirSync(join(toolingDir, 'src'))
    .filter((file) => /^[a-z-]+\.ts$/.test(file))
    .map((file) => file.slice(0, -3))
  throw new Refusal(`There is no command "${name ?? ''}". Known: ${known.join(', ')}.`)
}

/** Changes whenever another set of packages would have to be installed. */
function installFingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']) {
    hash.update(readFileSync(join(root, name)))
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

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...quietEnvironment },
    })
    let output = ''
    const collect = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve({ code, signal, output }))
  })
}

async function install() {
  const fingerprint = installFingerprint()
  if (readStamp() === fingerprint) return
  const startedAt = Date.now()
  process.stdout.write('Installing packages (only when they have changed) …\n')
  const [command, ...args] = pnpmCommand('install', '--frozen-lockfile', '--reporter=append-only')
  const { code, signal, output } = await run(command, args)
  if (code !== 0) {
    throw new Refusal(
      `${output.trimEnd()}\n\nThe packages could not be installed (${signal ?? `exit code ${code}`}). The lines above say why; most often the registry cannot be reached. Put that right and run the command again.`,
    )
  }
  writeFileSync(stampPath, fingerprint)
  process.stdout.write(`Packages installed in ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`)
}

try {
  checkNode()
  process.chdir(root)
  const [name, ...args] = process.argv.slice(2)
  const path = findCommand(name)
  await install()
  const { generateClient } = await import('../packages/db/scripts/generate.mjs')
  generateClient()
  const { register } = await import('tsx/esm/api')
  register()
  process.setSourceMapsEnabled(true)
  const { main } = await import(pathToFileURL(path).href)
  // Not left to the event loop: a build or an installation under way would keep it alive, and ends with us.
  process.exit(await main(args))
} catch (error) {
  const known = error instanceof Refusal || error?.isExplained === true
  process.stderr.write(`${known ? error.message : (error?.stack ?? error)}\n`)
  process.exit(1)
}
