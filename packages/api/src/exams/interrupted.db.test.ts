import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeExam } from '../testing/exam'
import { sit } from '../testing/sitting'
import { createWorld, type World } from '../testing/world'

let world: World
let exam: Awaited<ReturnType<typeof makeExam>>
beforeAll(async () => {
  world = await createWorld()
  exam = await makeExam(world)
})
afterAll(() => world.close())

/** The newest answer that was acknowledged for each question. */
function newest(acknowledged: readonly { position: number; revision: number }[]) {
  const kept = new Map<number, number>()
  for (const { position, revision } of acknowledged) {
    kept.set(position, Math.max(revision, kept.get(position) ?? 0))
  }
  return kept
}

/** Nothing that was acknowledged is missing, and the journal has no gap. */
async function expectAllThere(
  attemptId: string,
  acknowledged: readonly { position: number; revision: number }[],
) {
  const [items, journal] = await Promise.all([
    world.db.attemptItem.findMany({ where: { attemptId } }),
    world.db.journalEntry.findMany({ where: { attemptId }, orderBy: { number: 'asc' } }),
  ])
  const written = new Set(journal.map(({ position, revision }) => `${position} ${revision}`))
  const lost = acknowledged.filter((row) => !written.has(`${row.position} ${row.revision}`))
  expect(lost).toEqual([])
  for (const [position, revision] of newest(acknowledged)) {
    const item = items.find((row) => row.position === position)
    expect(item?.revision).toBeGreaterThanOrEqual(revision)
  }
  expect(journal.map(({ number }) => number)).toEqual(journal.map((_, index) => index + 1))
}

describe('what is acknowledged is there', () => {
  it('13 crash-resume (kill -9 app): 0 acknowledged answers lost, and the sitting goes on', async () => {
    const sitting = await sit(world, exam)
    const { attemptId, sessionId, candidate } = sitting
    const program = join(import.meta.dirname, '../testing/saving-process.ts')
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', program, world.databaseUrl, attemptId, sessionId, candidate.userId],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let output = ''
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString('utf8')
      if (output.split('\n').length > 25) child.kill('SIGKILL')
    })
    await once(child, 'close')
    const acknowledged = output
      .split('\n')
      .filter((line) => /^\d+ \d+$/.test(line))
      .map((line) => line.split(' ').map(Number))
      .map(([position = 0, revision = 0]) => ({ position, revision }))
    expect(child.signalCode).toBe('SIGKILL')
    expect(acknowledged.length).toBeGreaterThan(20)
    await expectAllThere(attemptId, acknowledged)
    expect((await sitting.save(5, 1)).status).toBe('saved')
  })

  it('14 db-restart-mid-save: every connection is cut, again and again, and what failed can be sent again', async () => {
    const sitting = await sit(world, exam)
    const acknowledged: { position: number; revision: number }[] = []
    let isOver = false
    const cut = (async () => {
      while (!isOver) {
        await sleep(40)
        await world.db.$executeRaw`
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`.catch(() => 0)
      }
    })()
    let failures = 0
    for (let revision = 1; revision <= 25; revision += 1) {
      for (const position of [1, 2]) {
        const send = () => sitting.save(position, revision, { isFlagged: revision % 2 === 1 })
        for (;;) {
          const status = await send().then(
            (result) => result.status,
            () => 'failed' as const,
          )
          if (status === 'failed') failures += 1
          else {
            expect(['saved', 'duplicate']).toContain(status)
            acknowledged.push({ position, revision })
            break
          }
        }
      }
    }
    isOver = true
    await cut
    expect(failures).toBeGreaterThan(0)
    // A connection of the pool that was cut last is noticed by the first statement on it.
    await vi.waitFor(() => expectAllThere(sitting.attemptId, acknowledged), { timeout: 5000 })
  })
})
