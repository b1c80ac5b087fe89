import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startStripeLocal } from './server'
import { cardForm, pay, SECRET, sdk, sessionParams, submit } from './testing/fixture'
import { Receiver } from './testing/receiver'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stripe-local-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the data file', () => {
  it('keeps everything over a restart, waiting deliveries and idempotency keys included', async () => {
    const dataFile = join(folder, 'state.json')
    const first = await startStripeLocal({ dataFile, webhookUrl: 'http://127.0.0.1:9/' })
    await first.control.pauseDeliveries()
    const stripe = sdk(first.port)
    const { session, charge } = await pay({ stripe, control: first.control })
    const keyed = await stripe.customers.create({ name: 'A' }, { idempotencyKey: 'k' })
    await first.close()

    const receiver = new Receiver(SECRET)
    const webhookUrl = await receiver.start()
    const second = await startStripeLocal({ dataFile, webhookUrl, webhookSecret: SECRET })
    const again = sdk(second.port)
    expect((await again.checkout.sessions.retrieve(session)).payment_status).toBe('paid')
    expect((await again.charges.retrieve(charge)).status).toBe('succeeded')
    const replayed = await again.customers.create({ name: 'A' }, { idempotencyKey: 'k' })
    expect(replayed.id).toBe(keyed.id)
    await second.control.resumeDeliveries()
    await second.control.waitForDeliveries()
    expect(receiver.types).toContain('checkout.session.completed')
    await second.close()
    await receiver.stop()
  })

  it('forgets idempotency keys after a day and events after 30 days', async () => {
    const dataFile = join(folder, 'state.json')
    const first = await startStripeLocal({ dataFile, webhookUrl: 'http://127.0.0.1:9/' })
    await pay({ stripe: sdk(first.port), control: first.control })
    await first.control.advanceClock({ seconds: 31 * 24 * 60 * 60 })
    await first.close()
    const second = await startStripeLocal({ dataFile })
    const { events, deliveries, charges } = await second.control.snapshot()
    expect([events.length, deliveries.length, charges.length]).toEqual([0, 0, 1])
    await second.close()
    expect(await readFile(dataFile, 'utf8')).toContain('"idempotency":[]')
  })

  it('is refused when damaged, and not overwritten', async () => {
    const dataFile = join(folder, 'state.json')
    await writeFile(dataFile, '{"version":1,"tab')
    await expect(startStripeLocal({ dataFile })).rejects.toThrow(dataFile)
    expect(await readFile(dataFile, 'utf8')).toBe('{"version":1,"tab')
  })

  it('holds every answered request when the process is killed', async () => {
    const dataFile = join(folder, 'state.json')
    const probe = await startStripeLocal()
    const { port } = probe
    await probe.close()
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('./main.ts', import.meta.url))],
      {
        env: {
          ...process.env,
          STRIPE_LOCAL_PORT: String(port),
          STRIPE_LOCAL_DATA_FILE: dataFile,
          STRIPE_SECRET_KEY: 'sk_test_x',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (text: Buffer) => text.includes('ready') && resolve())
      child.once('exit', (code) => reject(new Error(`ended with ${code}`)))
    })
    const stripe = sdk(port)
    const created = await Promise.all(
      Array.from({ length: 20 }, () => stripe.checkout.sessions.create(sessionParams())),
    )
    const [paid] = created
    await submit(paid?.url ?? '', cardForm('4242424242424242'))
    child.removeAllListeners('exit')
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    const after = await startStripeLocal({ dataFile })
    const listed = await sdk(after.port).checkout.sessions.list({ limit: 100 })
    expect(listed.data.map(({ id }) => id).toSorted()).toEqual(
      created.map(({ id }) => id).toSorted(),
    )
    const found = await sdk(after.port).checkout.sessions.retrieve(paid?.id ?? '')
    expect(found.payment_status).toBe('paid')
    await after.close()
    expect(await readdir(folder)).toEqual(['state.json'])
  }, 30_000)
})

describe('a taken port', () => {
  it('is named together with the variable that changes it', async () => {
    const first = await startStripeLocal()
    await expect(startStripeLocal({ port: first.port })).rejects.toThrow(
      `Port ${first.port} is taken. Set STRIPE_LOCAL_PORT`,
    )
    await first.close()
  })
})
