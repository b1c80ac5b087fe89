// Runs the pnpm that package.json names, for the bootstrap and for what needs pnpm on its path.

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** npx belongs to the npm that started us; where nothing did, the one on the path is taken. */
function npx() {
  const beside = process.env.npm_execpath
    ? join(dirname(process.env.npm_execpath), 'npx-cli.js')
    : ''
  return beside !== '' && existsSync(beside) ? [process.execPath, beside] : ['npx']
}

/**
 * The command line that runs pnpm with these arguments.
 * @param {string[]} args
 * @returns {[command: string, ...args: string[]]}
 */
export function pnpmCommand(...args) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const [command = 'npx', ...before] = npx()
  return [command, ...before, '--yes', packageManager.split('+')[0], ...args]
}

/** Keeps pnpm from asking, and npm from warning about settings that are meant for pnpm. */
export const quietEnvironment = {
  CI: 'true',
  npm_config_loglevel: 'error',
  npm_config_update_notifier: 'false',
}
