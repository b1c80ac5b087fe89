import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { identify, isRunning } from '../machine/process-identity'
import { acquireLock } from './lock'

const folder = mkdtempSync(join(tmpdir(), 'archway-lock-'))
const path = join(folder, 'start.lock')
beforeEach(() => rmSync(path, { force: true }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const acquire = () => acquireLock(path, 'npm start', 'http://localhost:3000')

/** A lock as a process leaves it that was killed, with the services that it had started. */
function writeStaleLock(services: { name: string; pid: number; startedAt: string }[]) {
  const owner = { pid: process.pid, startedAt: 'an earlier boot' }
  writeFileSync(path, JSON.stringify({ owner, command: 'npm start', url: 'http://x', services }))
}

test('a second start is refused and told where the first one is', async () => {
  const lock = await acquire()
  await expect(acquire()).rejects.toThrow(
    `already running at http://localhost:3000 (npm start, process ${process.pid})`,
  )
  lock.release()
  expect(existsSync(path)).toBe(false)
  ;(await acquire()).release()
})

test('a lock whose process is gone is taken over', async () => {
  writeStaleLock([])
  const lock = await acquire()
  expect(JSON.parse(readFileSync(path, 'utf8')).owner.pid).toBe(process.pid)
  lock.release()
})

test('a lock that was cut off while it was written is taken over', async () => {
  writeFileSync(path, '{"owner":{"pi')
  ;(await acquire()).release()
})

test('what a killed start left running is ended; a stranger with the same number is not', async () => {
  const left = spawn('sleep', ['60'], { detached: true })
  const stranger = spawn('sleep', ['60'], { detached: true })
  const identity = identify(left.pid ?? 0)
  const other = identify(stranger.pid ?? 0)
  if (!identity || !other) throw new Error('the children are not there')
  const ended = once(left, 'exit')
  writeStaleLock([
    { name: 'web', ...identity },
    { name: 'mail', pid: other.pid, startedAt: 'an earlier process' },
  ])
  const lock = await acquire()
  await ended
  expect(isRunning(other)).toBe(true)
  stranger.kill('SIGKILL')
  lock.release()
})

test('services are taken down for the next start', async () => {
  const lock = await acquire()
  lock.addService('web', process.pid)
  expect(JSON.parse(readFileSync(path, 'utf8')).services).toMatchObject([
    { name: 'web', pid: process.pid },
  ])
  lock.release()
})
