import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ExpiryRelay, startExpiryRelay } from './expiry-relay'

const program = 'redis-server'
const isInstalled = spawnSync(program, ['--version']).status === 0
if (!isInstalled) console.warn(`SKIPPED: the expiry relay. Install ${program} to test it.`)

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

describe.skipIf(!isInstalled)('expired tags', () => {
  let folder: string
  let port: number
  let redis: ChildProcess | null = null
  const open: ExpiryRelay[] = []

  async function startRedis() {
    const files = ['--dir', folder, '--appendonly', 'yes', '--appendfsync', 'always']
    const own = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', ...files]
    redis = spawn(program, own, { stdio: ['ignore', 'pipe', 'inherit'] })
    for await (const line of redis.stdout ?? []) {
      if (String(line).includes('Ready to accept connections')) return
    }
    throw new Error('redis-server ended')
  }
  async function stopRedis() {
    redis?.kill('SIGKILL')
    if (redis) await once(redis, 'exit')
    redis = null
  }
  /** An instance of the site, and what it was told to expire. */
  function instance(apply?: (tags: string[]) => Promise<void>) {
    const told: string[][] = []
    const relay = startExpiryRelay({
      url: `redis://127.0.0.1:${port}`,
      logger: pino({ level: 'silent' }),
      apply: async (tags) => {
        await apply?.(tags)
        told.push(tags)
      },
    })
    open.push(relay)
    return { relay, told }
  }
  const until = (check: () => void) => vi.waitFor(check, { timeout: 8_000, interval: 20 })

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'archway-redis-'))
    port = await freePort()
    await startRedis()
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map((relay) => relay.close()))
  })
  afterAll(async () => {
    await stopRedis()
    rmSync(folder, { recursive: true, force: true })
  })

  it('reach every other instance, and not the one that has expired them', async () => {
    const [one, two, three] = [instance(), instance(), instance()]
    await one.relay.publish(['catalog', 'offering:a'])
    await until(() => {
      for (const { told } of [two, three]) expect(told.flat()).toEqual(['catalog', 'offering:a'])
    })
    await two.relay.publish(['guides'])
    await until(() => expect(one.told.flat()).toEqual(['guides']))
    await until(() => expect(three.told.flat()).toContain('guides'))
    expect(two.told.flat()).not.toContain('guides')
  })

  it('that were published before an instance began reach it, too', async () => {
    await instance().relay.publish(['provider:early'])
    const late = instance()
    await until(() => expect(late.told.flat()).toContain('provider:early'))
  })

  it('are given again until they are taken', async () => {
    let failures = 1
    const busy = instance(async (tags) => {
      if (tags.includes('offering:again') && failures-- > 0) throw new Error('not ready')
    })
    await instance().relay.publish(['offering:again'])
    await until(() => expect(busy.told.flat()).toContain('offering:again'))
    expect(failures).toBe(-1)
  })

  it('are lost neither by who publishes nor by who reads while Redis is away', async () => {
    const [one, two] = [instance(), instance()]
    await one.relay.publish(['offering:before'])
    await until(() => expect(two.told.flat()).toContain('offering:before'))
    await stopRedis()
    const during = one.relay.publish(['offering:during'])
    await startRedis()
    await during
    await until(() => expect(two.told.flat()).toContain('offering:during'))
    expect(two.told.flat().filter((tag) => tag === 'offering:before')).toHaveLength(1)
  }, 20_000)

  it('are taken around a message that nobody understands', async () => {
    const { createClient } = await import('@redis/client')
    const stranger = await createClient({ url: `redis://127.0.0.1:${port}` }).connect()
    await stranger.xAdd('archway:expired-tags', '*', { other: 'words' })
    stranger.destroy()
    const reader = instance()
    await instance().relay.publish(['offering:after'])
    await until(() => expect(reader.told.flat()).toContain('offering:after'))
  })
})
