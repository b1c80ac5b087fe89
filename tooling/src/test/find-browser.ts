import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ROOT } from '../paths'
import { loadEnvironment } from '../stack/settings'
import { ExplainedError } from '../terminal/explained-error'
import { installedProgram, runCommand } from './run-command'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function findSystemBrowser(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...candidates, ...MAC_APPS].find((path) => existsSync(path)) ?? null
}

/** The browser that `playwright install` has put on this machine earlier, if it has. */
async function findPlaywrightBrowser(): Promise<string | null> {
  const script =
    "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))"
  const { code, output } = await runCommand([process.execPath, '-e', script], {
    cwd: join(ROOT, 'e2e'),
  })
  const path = output.trim()
  return code === 0 && existsSync(path) ? path : null
}

async function install(command: readonly string[]): Promise<string | null> {
  const { code, output } = await runCommand(command, { env: { DEBIAN_FRONTEND: 'noninteractive' } })
  return code === 0 ? null : output
}

/** Installs a browser: Debian's own as root on Debian, else Playwright's. Answers its path. */
async function installBrowser(): Promise<string> {
  const problems: (string | null)[] = []
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    problems.push(await install(['apt-get', 'update']))
    problems.push(
      await install(['apt-get', 'install', '-y', '--no-install-recommends', 'chromium']),
    )
    const installed = findSystemBrowser()
    if (installed) return installed
  }
  problems.push(await install([installedProgram('playwright', 'e2e'), 'install', 'chromium']))
  const installed = await findPlaywrightBrowser()
  if (installed) return installed
  throw new ExplainedError(
    `${problems.filter((problem) => problem !== null).join('\n')}\n\nThe end-to-end tests need Chromium or Chrome, and none could be installed. Install one and, if it is not found by itself, set CHROMIUM_PATH.`,
  )
}

/**
 * A Chromium for the end-to-end tests: `CHROMIUM_PATH`, one of the system, Playwright's own, or
 * else one that is installed now.
 */
export async function findBrowser(onInstall: () => void): Promise<string> {
  const wanted = loadEnvironment().CHROMIUM_PATH
  if (wanted) {
    if (existsSync(wanted)) return wanted
    throw new ExplainedError(`CHROMIUM_PATH is ${wanted}, but there is no such file.`)
  }
  const found = findSystemBrowser() ?? (await findPlaywrightBrowser())
  if (found) return found
  onInstall()
  return await installBrowser()
}
