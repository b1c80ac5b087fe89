import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { environmentVariableNames } from '@archway/api/shared/env'
import { z } from 'zod'
import { findFreePorts } from '../machine/ports'
import { identify } from '../machine/process-identity'
import { ROOT } from '../paths'
import type { Environment, Ports } from '../stack/settings'
import { createStack, type Stack } from '../stack/stack'
import { removeStaleBuildCopies } from '../stack/web-build'
import { silentProgress } from '../terminal/progress'
import { findBrowser } from './find-browser'
import { installedProgram, runCommand } from './run-command'
import type { SuiteResult } from './suite'

const reportSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

/** This process's environment without any setting of Archway: a test never reaches a real service. */
export function isolatedEnvironment(environment: Environment): Environment {
  const ours = new Set(environmentVariableNames)
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.has(name)))
}

async function freePorts(): Promise<Ports> {
  const [web, postgres, stripe, mailWeb, mailSmtp] = await findFreePorts(5)
  if (!web || !postgres || !stripe || !mailWeb || !mailSmtp) throw new Error('Too few free ports.')
  return { web, postgres, stripe, mailWeb, mailSmtp }
}

/** A whole Archway for the tests alone: own ports, own data, own copy of the build, with the demo. */
export async function createTestStack(folder: string): Promise<Stack> {
  await removeStaleBuildCopies((pid) => identify(pid) !== null)
  return createStack({
    environment: isolatedEnvironment(process.env),
    ports: await freePorts(),
    dataDir: folder,
    isDevelopment: false,
    buildCopy: `.next-test-${process.pid}`,
    durability: 'throw-away',
    wantsDemo: true,
    progress: silentProgress,
  })
}

/** Plays the journeys in a real browser against `stack`, which is started here and stopped by the caller. */
export async function runEndToEnd(
  stack: Stack,
  folder: string,
  note: (text: string) => void,
): Promise<SuiteResult> {
  const browser = await findBrowser(() => note('installing a browser'))
  const running = await stack.start()
  const reportPath = join(folder, 'playwright.json')
  const { code, output } = await runCommand(
    [installedProgram('playwright', 'e2e'), 'test', '--reporter=list,json'],
    {
      cwd: join(ROOT, 'e2e'),
      env: {
        CI: '1',
        NO_COLOR: '1',
        CHROMIUM_PATH: browser,
        E2E_APP_URL: running.appUrl,
        E2E_MAIL_URL: running.mailUrl ?? '',
        E2E_STRIPE_URL: running.stripeUrl ?? '',
        PLAYWRIGHT_JSON_OUTPUT_FILE: reportPath,
      },
    },
  )
  try {
    const { stats } = reportSchema.parse(JSON.parse(readFileSync(reportPath, 'utf8')))
    const failed = stats.unexpected + stats.flaky
    return {
      passed: stats.expected,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      output: code === 0 ? '' : output,
    }
  } catch {
    return { passed: 0, failed: 1, output }
  }
}
