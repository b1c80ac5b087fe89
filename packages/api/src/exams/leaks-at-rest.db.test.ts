import { Writable } from 'node:stream'
import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeExam } from '../testing/exam'
import { sit } from '../testing/sitting'
import { createWorld, type World } from '../testing/world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

/** Every rationale of the bank in tests begins so; none may be read anywhere but behind its seal. */
const mark = 'rationale-of-'

it('41 search-index / cache / log leak: after a whole sitting no row, job, mail or line of a log has a rationale', async () => {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      lines.push(chunk.toString('utf8'))
      done()
    },
  })
  const logged = { ...world, deps: { ...world.deps, logger: pino({ level: 'trace' }, stream) } }
  const exam = await makeExam(logged)
  await (await sit(logged, exam)).finish(4)
  const tables = await world.db.$queryRaw<{ name: string }[]>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
    from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`
  const leaking: string[] = []
  for (const { name } of tables) {
    const [row] = await world.db.$queryRawUnsafe<{ count: bigint }[]>(
      `select count(*) from ${name} t where t::text like '%${mark}%'`,
    )
    if (row && row.count > 0n) leaking.push(name)
  }
  expect(tables.length).toBeGreaterThan(80)
  expect(leaking).toEqual([])
  expect(lines.filter((line) => line.includes(mark))).toEqual([])
})
