import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const MODULE = JSON.stringify(fileURLToPath(new URL('./guard.ts', import.meta.url)))

// A parent that guards a child that, asked with INT, must be forced, and tells its number.
const parentScript = (signal: string) => `
import { spawn } from 'node:child_process'
const { guardProcess } = await import(${MODULE})
const child = spawn('sh', ['-c', ${JSON.stringify(signal === 'TERM' ? 'sleep 60' : 'sleep 60 & wait')}], { detached: true })
guardProcess(child, ${JSON.stringify(signal)})
console.log(child.pid)
setInterval(() => {}, 1000)
`

function groupIsAlive(pid: number): boolean {
  try {
    process.kill(-pid, 0)
    return true
  } catch {
    return false
  }
}

test.concurrent.each(['TERM', 'INT'])(
  'kill -9 of the parent ends the guarded group (%s)',
  async (signal) => {
    const parent = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', parentScript(signal)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const [chunk] = await once(parent.stdout, 'data')
    const pid = Number(String(chunk))
    expect(groupIsAlive(pid)).toBe(true)
    parent.kill('SIGKILL')
    await expect.poll(() => groupIsAlive(pid), { timeout: 12_000 }).toBe(false)
  },
  20_000,
)
