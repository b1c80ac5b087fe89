import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { guardProcess } from '@archway/db/embedded-postgres/guard'
import { ROOT } from '../paths'
import type { Environment } from '../stack/settings'

export type Finished = { code: number | null; output: string }

/**
 * Runs a program to its end and keeps what it printed. It gets a process group of its own, which
 * ends with this process.
 */
export function runCommand(
  [command = '', ...args]: readonly string[],
  options: { cwd?: string; env?: Environment; onOutput?: (text: string) => void } = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    guardProcess(child, 'TERM')
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text: string) => {
        output += text
        options.onOutput?.(text)
      })
    }
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}

/** A program that a package installed for one folder of the workspace. */
export const installedProgram = (name: string, folder = '.') =>
  join(ROOT, folder, 'node_modules', '.bin', name)
