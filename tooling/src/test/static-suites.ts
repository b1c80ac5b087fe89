import { pnpmCommand, quietEnvironment } from '../../npx.mjs'
import type { Environment } from '../stack/settings'
import { installedProgram, runCommand } from './run-command'
import type { SuiteResult } from './suite'

async function check(command: readonly string[], env: Environment = {}): Promise<SuiteResult> {
  const { code, output } = await runCommand(command, { env })
  return code === 0 ? { passed: 1, failed: 0, output: '' } : { passed: 0, failed: 1, output }
}

/** Types of every package. Turbo calls pnpm, which need not be installed: it is run through npx. */
export const checkTypes = () =>
  check(
    pnpmCommand('exec', 'turbo', 'run', 'typecheck', '--continue', '--output-logs=errors-only'),
    {
      ...quietEnvironment,
      TURBO_TELEMETRY_DISABLED: '1',
      TURBO_NO_UPDATE_NOTIFIER: '1',
    },
  )

/** Lint and format. */
export const checkLint = () => check([installedProgram('biome'), 'check', '--error-on-warnings'])

/** The rules of the architecture. */
export const checkStructure = () =>
  check([installedProgram('depcruise'), '--output-type=err', 'apps', 'packages', 'tooling', 'e2e'])

/** Files, exports and packages that nothing uses. */
export const checkDeadCode = () => check([installedProgram('knip'), '--exclude=types'])
