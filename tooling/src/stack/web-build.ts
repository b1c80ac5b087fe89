import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { guardProcess } from '@archway/db/embedded-postgres/guard'
import { exclusively } from '../machine/exclusive'
import { DATA_DIR, ROOT } from '../paths'
import { ExplainedError } from '../terminal/explained-error'
import type { Environment } from './settings'

export const WEB_DIR = join(ROOT, 'apps', 'web')
const BUILD_DIR = join(WEB_DIR, '.next')
const BUILD_LOCK_PATH = join(DATA_DIR, 'build.lock')
const STAMP_PATH = join(BUILD_DIR, '.archway-stamp')

/** The program of Next.js, to be run with Node. */
export const NEXT_BIN = createRequire(join(WEB_DIR, 'package.json')).resolve('next/dist/bin/next')

const SOURCES = ['apps/web', 'packages/api', 'packages/db', 'packages/ui']
const FILES = ['pnpm-lock.yaml', 'tsconfig.base.json']
const SKIPPED_FOLDER = /^(node_modules|\.turbo|\.next.*|seed|migrations|testing)$/
const SKIPPED_FILE = /(\.test\.tsx?|\.tsbuildinfo|^next-env\.d\.ts|^\.stamp)$/

function* sourceFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDER.test(entry.name)) yield* sourceFiles(path)
    } else if (entry.isFile() && !SKIPPED_FILE.test(entry.name)) yield path
  }
}

/** Changes whenever another build would come out. */
function buildFingerprint(): string {
  const hash = createHash('sha256').update(process.versions.node)
  const paths = [
    ...FILES.map((name) => join(ROOT, name)),
    ...SOURCES.flatMap((name) => [...sourceFiles(join(ROOT, name))]),
  ]
  for (const path of paths.sort()) {
    hash.update(relative(ROOT, path)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

function readStamp(): string | null {
  return existsSync(STAMP_PATH) ? readFileSync(STAMP_PATH, 'utf8') : null
}

/**
 * Builds the site when its sources have changed since the last build; answers whether it did.
 * Needs no database; two at once wait for each other. Throws with what Next.js printed when the build fails.
 */
export const buildWeb = (environment: Environment): Promise<boolean> =>
  exclusively(BUILD_LOCK_PATH, () => buildIfChanged(environment))

async function buildIfChanged(environment: Environment): Promise<boolean> {
  const fingerprint = buildFingerprint()
  if (readStamp() === fingerprint) return false
  rmSync(STAMP_PATH, { force: true })
  const { code, output } = await runBuild(environment)
  if (code !== 0) throw new ExplainedError(`${output.trimEnd()}\n\nThe site could not be built.`)
  writeFileSync(STAMP_PATH, fingerprint)
  return true
}

function runBuild(environment: Environment): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [NEXT_BIN, 'build'], {
      cwd: WEB_DIR,
      env: { ...environment, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    guardProcess(child, 'TERM')
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8')
      })
    }
    child.once('error', reject)
    child.once('exit', (code) => resolve({ code, output }))
  })
}

/**
 * Copies the build for one running server. A server writes the pages that it renders into its
 * folder: with a copy for each, two servers with different databases never show each other's
 * pages, a new build does not pull the files from under a running server, and a restart begins
 * with no page from before.
 */
export const copyBuild = (name: string): Promise<void> =>
  exclusively(BUILD_LOCK_PATH, () => copyCurrentBuild(name))

async function copyCurrentBuild(name: string): Promise<void> {
  const target = join(WEB_DIR, name)
  const draft = `${target}.new`
  await rm(draft, { recursive: true, force: true })
  await cp(BUILD_DIR, draft, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) =>
      !/^(cache|dev|types|diagnostics|trace.*)$/.test(relative(BUILD_DIR, source)),
  })
  await rm(target, { recursive: true, force: true })
  await rename(draft, target)
}

/** Removes the copies of test runs that were killed: their names end in the number of their process. */
export async function removeStaleBuildCopies(isAlive: (pid: number) => boolean): Promise<void> {
  for (const name of readdirSync(WEB_DIR)) {
    const pid = Number(/^\.next-test-(\d+)(\.new)?$/.exec(name)?.[1] ?? Number.NaN)
    if (pid > 0 && !isAlive(pid)) await removeBuildCopy(name)
  }
}

/** Removes a copy made by `copyBuild`. */
export async function removeBuildCopy(name: string): Promise<void> {
  await rm(join(WEB_DIR, name), { recursive: true, force: true })
}
