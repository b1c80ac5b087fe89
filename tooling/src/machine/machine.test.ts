import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { exclusively } from './exclusive'
import { findPortHolder } from './port-holder'
import { findFreePorts, portProblem } from './ports'
import { identify, isRunning } from './process-identity'

const folder = mkdtempSync(join(tmpdir(), 'archway-machine-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function listen(): Promise<{ server: Server; port: number }> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { server, port: address.port }
}

test('a taken port is seen, with its holder, and a free one is not', async () => {
  const { server, port } = await listen()
  expect(await portProblem(port)).toBe('taken')
  expect(findPortHolder(port)).toContain(`process ${process.pid} (`)
  server.close()
  await once(server, 'close')
  expect(await portProblem(port)).toBeNull()
  expect(findPortHolder(port)).toBeNull()
})

test('free ports are different and free', async () => {
  const ports = await findFreePorts(6)
  expect(new Set(ports).size).toBe(6)
  expect(await Promise.all(ports.map(portProblem))).toEqual(ports.map(() => null))
})

test('a process is recognised while it lives, and another one with its number is not', async () => {
  const child = spawn('sleep', ['60'])
  const identity = identify(child.pid ?? 0)
  if (!identity) throw new Error('the child is not there')
  expect(isRunning(identity)).toBe(true)
  expect(isRunning({ ...identity, startedAt: 'another start' })).toBe(false)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(isRunning(identity)).toBe(false)
  expect(identify(identity.pid)).toBeNull()
})

test('exclusive work is done one after the other, and the claim goes away', async () => {
  const path = join(folder, 'work.lock')
  let running = 0
  let most = 0
  const work = () =>
    exclusively(path, async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((done) => setTimeout(done, 20))
      running -= 1
    })
  await Promise.all([work(), work(), work()])
  expect(most).toBe(1)
  expect(existsSync(path)).toBe(false)
})

test('the claim of a process that is gone does not stop anybody', async () => {
  const path = join(folder, 'dead.lock')
  writeFileSync(path, JSON.stringify({ pid: process.pid, startedAt: 'before the last boot' }))
  expect(await exclusively(path, async () => 'done')).toBe('done')
})
