import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../shared/actor'
import { memberOf } from '../../testing/actors'
import { atOnce, timesAtOnce } from '../../testing/at-once'
import { makeUser } from '../../testing/factories'
import { createWorld, type World } from '../../testing/world'
import { createImport } from './commands/create-import'
import { cancelImport, setMapping, startImport } from './commands/steer-import'
import { importRows } from './import-rows'
import { previewCatalogImport, runCatalogImport } from './jobs'
import { requireImport } from './reads'
import { requeueLostImports } from './requeue-lost-imports'

let world: World
let editor: Member
beforeAll(async () => {
  world = await createWorld()
  editor = memberOf(await makeUser(world.db), { roles: ['catalog_editor'] })
})
afterAll(() => world.close())
// What a test leaves running is nobody's any more.
afterEach(() =>
  world.db.catalogImport.updateMany({
    where: { state: 'running' },
    data: { state: 'cancelled' },
  }),
)

/** A list of courses, 97 to a school, so that several batches share their providers and skills. */
const listOf = (count: number, name: string, url = name) =>
  `Title,Organization,course_url,Skills\n${Array.from(
    { length: count },
    (_, n) =>
      `${name} ${n},${name} School ${n % 7},https://lists.example/${url}/${n},"${name} skill ${n % 11}"`,
  ).join('\n')}\n`

async function* bytesOf(text: string) {
  yield Buffer.from(text)
}
async function queued(source: string, content: string): Promise<string> {
  const { importId } = await createImport(world.deps, editor, {
    source,
    fileName: 'list.csv',
    content: bytesOf(content),
  })
  await previewCatalogImport(world.deps, { importId })
  await startImport(world.deps, editor, { importId })
  return importId
}
/** Runs an import as the queue does: what fails is run again. */
async function runAsJob(importId: string): Promise<void> {
  try {
    await runCatalogImport(world.deps, { importId })
  } catch {
    await runCatalogImport(world.deps, { importId })
  }
}
const countsOf = async (importId: string) => {
  const { state, counts } = await requireImport(world.db, importId)
  return { state, ...counts }
}

describe('two imports at once', () => {
  it('of the same file make every offering, provider and skill once', async () => {
    const content = listOf(500, 'same')
    const ids = [await queued('same', content), await queued('same', content)]
    await Promise.all(ids.map((importId) => runCatalogImport(world.deps, { importId })))
    const counts = await Promise.all(ids.map(countsOf))
    expect(counts.map(({ state, rejected }) => [state, rejected])).toEqual([
      ['done', 0],
      ['done', 0],
    ])
    expect(counts.reduce((sum, { created }) => sum + created, 0)).toBe(500)
    expect(counts.reduce((sum, { unchanged }) => sum + unchanged, 0)).toBe(500)
    expect(await world.db.offering.count({ where: { sourceName: 'same' } })).toBe(500)
    expect(await world.db.provider.count({ where: { name: { startsWith: 'same' } } })).toBe(7)
    expect(await world.db.skill.count({ where: { name: { startsWith: 'same' } } })).toBe(11)
  })

  it('of lists that name the same schools and titles agree on the schools', async () => {
    const ids = [
      await queued('one', listOf(300, 'shared', 'one')),
      await queued('two', listOf(300, 'shared', 'two')),
    ]
    await Promise.all(ids.map((importId) => runCatalogImport(world.deps, { importId })))
    for (const importId of ids) {
      expect(await countsOf(importId)).toMatchObject({ state: 'done', created: 300 })
    }
    expect(await world.db.provider.count({ where: { name: { startsWith: 'shared' } } })).toBe(7)
    expect(await world.db.offering.count({ where: { title: { startsWith: 'shared' } } })).toBe(600)
  })

  it('beside staff who makes the provider of the list meanwhile: it is taken', async () => {
    const importId = await queued('staff', listOf(10, 'staff'))
    const { fileKey } = await world.db.catalogImport.update({
      where: { id: importId },
      data: { state: 'running' },
    })
    const { mapping } = await requireImport(world.db, importId)
    // The names are known by the time that the file is opened; its rows are not read yet.
    const open = async () => {
      await world.db.provider.create({
        data: { slug: 'staff-school-3', name: 'STAFF School 3', kind: 'university' },
      })
      return await world.deps.files.getStream(fileKey)
    }
    const format = { encoding: 'utf-8', delimiter: ',' } as const
    await importRows(
      world.db,
      open,
      { importId, source: 'staff', format, mapping: mapping ?? {}, processedRows: 0 },
      { now: () => world.clock.now() },
    )
    expect(await countsOf(importId)).toMatchObject({ created: 10, rejected: 0 })
    const schools = await world.db.provider.findMany({
      where: { name: { equals: 'staff school 3', mode: 'insensitive' } },
      include: { _count: { select: { offerings: true } } },
    })
    expect(schools.map(({ slug, _count }) => [slug, _count.offerings])).toEqual([
      ['staff-school-3', 1],
    ])
  })
})

describe('a job that was killed', () => {
  it('in the middle of a batch leaves nothing of it, and is done when it is run again', async () => {
    const importId = await queued('broken', listOf(900, 'broken'))
    let transactions = 0
    const db = world.db.$extends({
      query: {
        catalogImport: {
          updateMany: async ({ args, query }) => {
            const isBatch = 'processedRows' in (args.data ?? {})
            // The connection goes as the second batch is about to be committed.
            if (isBatch && ++transactions === 2) throw new Error('connection lost')
            return await query(args)
          },
        },
      },
    })
    const dying = { ...world.deps, db: db as unknown as typeof world.db }
    await expect(runCatalogImport(dying, { importId })).rejects.toThrow('connection lost')
    expect(await world.db.offering.count({ where: { sourceName: 'broken' } })).toBe(400)
    expect(await requireImport(world.db, importId)).toMatchObject({
      state: 'running',
      processedRows: 400,
    })
    await runAsJob(importId)
    expect(await countsOf(importId)).toMatchObject({ state: 'done', created: 900, updated: 0 })
    expect(await world.db.offering.count({ where: { sourceName: 'broken' } })).toBe(900)
  })
})

describe('a job whose process died', () => {
  const jobsOf = (importId: string) => world.db.$queryRaw<{ isHeld: boolean }[]>`
    select locked_at is not null as "isHeld" from graphile_worker.jobs
    where key = ${`import-run:${importId}`}`

  it('is queued again when it has been silent for a quarter of an hour, and goes on', async () => {
    const importId = await queued('silent', listOf(5, 'silent'))
    await world.db.$executeRaw`
      update graphile_worker._private_jobs set locked_at = now(), locked_by = 'dead'
      where key = ${`import-run:${importId}`}`
    const began = world.clock.now()
    await world.db.catalogImport.update({
      where: { id: importId },
      data: { state: 'running', progressedAt: began },
    })
    expect(await requeueLostImports(world.deps)).toBe(0)
    world.clock.advanceSeconds(15 * 60 + 1)
    expect(await requeueLostImports(world.deps)).toBe(1)
    expect(await jobsOf(importId)).toEqual([{ isHeld: false }])
    await runCatalogImport(world.deps, { importId })
    expect(await countsOf(importId)).toMatchObject({ state: 'done', created: 5 })
    world.clock.advanceSeconds(15 * 60 + 1)
    expect(await requeueLostImports(world.deps)).toBe(0)
  })

  it('is not queued again while it commits rows, nor when nobody has begun it', async () => {
    await queued('waiting', listOf(2, 'waiting'))
    world.clock.advanceSeconds(15 * 60 + 1)
    expect(await requeueLostImports(world.deps)).toBe(0)
    const importId = await queued('busy', listOf(2, 'busy'))
    await world.db.catalogImport.update({
      where: { id: importId },
      data: { state: 'running', progressedAt: new Date(0) },
    })
    const { mapping } = await requireImport(world.db, importId)
    const { fileKey } = await world.db.catalogImport.findUniqueOrThrow({ where: { id: importId } })
    await importRows(
      world.db,
      () => world.deps.files.getStream(fileKey),
      {
        importId,
        source: 'busy',
        format: { encoding: 'utf-8', delimiter: ',' },
        mapping: mapping ?? {},
        processedRows: 0,
      },
      { now: () => world.clock.now() },
    )
    expect(await requeueLostImports(world.deps)).toBe(0)
  })

  it('is queued again for its preview, too', async () => {
    const { importId } = await createImport(world.deps, editor, {
      source: 'preview',
      fileName: 'list.csv',
      content: bytesOf(listOf(2, 'preview')),
    })
    await world.db.catalogImport.update({
      where: { id: importId },
      data: { state: 'previewing', progressedAt: new Date(0) },
    })
    expect(await requeueLostImports(world.deps)).toBe(1)
    await previewCatalogImport(world.deps, { importId })
    expect((await requireImport(world.db, importId)).state).toBe('previewed')
  })
})

describe('steering an import', () => {
  it('with another mapping and starting it at once: one of the two, and it runs as it was previewed', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { importId } = await createImport(world.deps, editor, {
        source: `mapped-${round}`,
        fileName: 'list.csv',
        content: bytesOf(listOf(1, `mapped-${round}`)),
      })
      await previewCatalogImport(world.deps, { importId })
      const { mapping } = await requireImport(world.db, importId)
      const { level: _, ...other } = mapping ?? {}
      const calls = [
        () => setMapping(world.deps, editor, { importId, mapping: other }),
        () => startImport(world.deps, editor, { importId }),
      ]
      const outcomes = await atOnce(...(round % 2 ? calls : calls.toReversed()))
      const { state, mapping: kept } = await requireImport(world.db, importId)
      expect([outcomes, state, kept]).toEqual(
        state === 'queued'
          ? [['allowed', 'import-not-editable'], 'queued', mapping]
          : [['allowed', 'import-not-previewed'], 'uploaded', other],
      )
    }
  })

  it('starts it once and cancels it once, however often it is asked at once', async () => {
    const { importId } = await createImport(world.deps, editor, {
      source: 'steered',
      fileName: 'list.csv',
      content: bytesOf(listOf(3, 'steered')),
    })
    await previewCatalogImport(world.deps, { importId })
    const start = () => startImport(world.deps, editor, { importId })
    const cancel = () => cancelImport(world.deps, editor, { importId })
    expect(await timesAtOnce(4, start)).toEqual(Array(4).fill('allowed'))
    expect(await timesAtOnce(4, cancel)).toEqual(Array(4).fill('allowed'))
    const log = await world.db.auditEntry.findMany({
      where: { entityId: importId },
      orderBy: { id: 'asc' },
    })
    expect(log.map(({ action }) => action)).toEqual([
      'catalog-import.upload',
      'catalog-import.start',
      'catalog-import.cancel',
    ])
  })
})
