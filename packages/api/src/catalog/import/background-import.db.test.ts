import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../shared/actor'
import { memberOf } from '../../testing/actors'
import { makeUser } from '../../testing/factories'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import { createImport } from './commands/create-import'
import { cancelImport, setMapping, startImport } from './commands/steer-import'
import { ImportStopped, importRows } from './import-rows'
import { previewCatalogImport, runCatalogImport } from './jobs'
import { listImportIssues, listImports, requireImport } from './reads'

const fixture = fileURLToPath(new URL('./fixtures/messy-courses.csv', import.meta.url))

let world: World
let editor: Member
beforeAll(async () => {
  world = await createWorld()
  editor = memberOf(await makeUser(world.db), { roles: ['catalog_editor'] })
})
afterAll(() => world.close())

async function* bytesOf(text: string | Buffer) {
  yield Buffer.from(text)
}
const upload = async (content: string | Buffer, source = 'lists') =>
  await createImport(world.deps, editor, {
    source,
    fileName: 'list.csv',
    content: bytesOf(content),
  })

/** A list of `count` rows, in the columns that everything is guessed by. */
const listOf = (count: number, name: string) =>
  `Title,Organization,course_url,Skills\n${Array.from({ length: count }, (_, n) => `${name} ${n},School ${n % 7},https://lists.example/${name}/${n},"Skill ${n % 11}, SQL"`).join('\n')}\n`

const stateOf = async (importId: string) => (await requireImport(world.db, importId)).state

describe('an import in the background', () => {
  it('is previewed without changing anything, then run, with an audit entry', async () => {
    const { importId } = await upload(await readFile(fixture))
    await previewCatalogImport(world.deps, { importId })
    const previewed = await requireImport(world.db, importId)
    expect(previewed).toMatchObject({ state: 'previewed', totalRows: 13, processedRows: 0 })
    expect(previewed.preview).toMatchObject({
      encoding: 'utf-8',
      delimiter: ',',
      counts: { total: 13, created: 8, updated: 0, unchanged: 0, rejected: 5 },
      mapping: { title: 'Title', provider: 'Organization', url: 'course_url' },
    })
    expect(previewed.preview?.newProviders).toContain('Beacon Labs')
    expect(previewed.preview?.issues).toHaveLength(10)
    expect(await world.db.offering.count()).toBe(0)

    await startImport(world.deps, editor, { importId })
    expect(await stateOf(importId)).toBe('queued')
    await startImport(world.deps, editor, { importId })
    await runCatalogImport(world.deps, { importId })
    const done = await requireImport(world.db, importId)
    expect(done).toMatchObject({
      state: 'done',
      processedRows: 13,
      counts: previewed.preview ? { created: 8, updated: 0, unchanged: 0, rejected: 5 } : {},
    })
    expect(world.expired).toContain('catalog')
    const audit = await world.db.auditEntry.findMany({
      where: { entityId: importId },
      orderBy: { id: 'asc' },
    })
    expect(audit.map(({ action }) => action)).toEqual([
      'catalog-import.upload',
      'catalog-import.start',
      'catalog-import.finish',
    ])
    await runCatalogImport(world.deps, { importId })
    expect((await requireImport(world.db, importId)).counts.created).toBe(8)
    const rejected = await listImportIssues(world.db, {
      importId,
      severity: 'rejected',
      page: 1,
      pageSize: 50,
    })
    expect(rejected.total).toBe(9)
    expect((await listImports(world.db, { page: 1, pageSize: 10 })).rows[0]?.id).toBe(importId)
  })

  it('goes on where it was killed, and counts every row once', async () => {
    const { importId } = await upload(listOf(1000, 'killed'), 'killed')
    await previewCatalogImport(world.deps, { importId })
    await startImport(world.deps, editor, { importId })
    const row = await world.db.catalogImport.update({
      where: { id: importId },
      data: { state: 'running' },
    })
    const open = () => world.deps.files.getStream(row.fileKey)
    const detail = await requireImport(world.db, importId)
    const dying = importRows(
      world.db,
      open,
      {
        importId,
        source: 'killed',
        format: { encoding: 'utf-8', delimiter: ',' },
        mapping: detail.mapping ?? {},
        processedRows: 0,
      },
      {
        now: () => world.clock.now(),
        onProgress: () => {
          throw new Error('killed')
        },
      },
    )
    await expect(dying).rejects.toThrow('killed')
    const halfway = await requireImport(world.db, importId)
    expect(halfway.processedRows).toBe(400)
    expect(await world.db.offering.count({ where: { sourceName: 'killed' } })).toBe(400)
    await runCatalogImport(world.deps, { importId })
    expect(await requireImport(world.db, importId)).toMatchObject({
      state: 'done',
      processedRows: 1000,
      counts: { created: 1000, updated: 0, unchanged: 0, rejected: 0 },
    })
    expect(await world.db.offering.count({ where: { sourceName: 'killed' } })).toBe(1000)
  })

  it('commits every batch once when two run it at the same time', async () => {
    const { importId } = await upload(listOf(900, 'twins'), 'twins')
    await previewCatalogImport(world.deps, { importId })
    await startImport(world.deps, editor, { importId })
    // One of the two finds the batch taken or its rows there already, and gives up.
    await Promise.allSettled([
      runCatalogImport(world.deps, { importId }),
      runCatalogImport(world.deps, { importId }),
    ])
    await runCatalogImport(world.deps, { importId })
    expect(await requireImport(world.db, importId)).toMatchObject({
      state: 'done',
      processedRows: 900,
      counts: { created: 900, updated: 0, unchanged: 0, rejected: 0 },
    })
    expect(await world.db.offering.count({ where: { sourceName: 'twins' } })).toBe(900)
  })

  it('stops when it is cancelled; what is committed stays', async () => {
    const { importId } = await upload(listOf(1200, 'stopped'), 'stopped')
    await previewCatalogImport(world.deps, { importId })
    await startImport(world.deps, editor, { importId })
    const row = await world.db.catalogImport.update({
      where: { id: importId },
      data: { state: 'running' },
    })
    const detail = await requireImport(world.db, importId)
    let cancelled: Promise<void> | null = null
    const running = importRows(
      world.db,
      () => world.deps.files.getStream(row.fileKey),
      {
        importId,
        source: 'stopped',
        format: { encoding: 'utf-8', delimiter: ',' },
        mapping: detail.mapping ?? {},
        processedRows: 0,
      },
      {
        now: () => world.clock.now(),
        onProgress: () => {
          cancelled ??= cancelImport(world.deps, editor, { importId })
        },
      },
    )
    await expect(running).rejects.toThrow(ImportStopped)
    await cancelled
    await cancelImport(world.deps, editor, { importId })
    const after = await requireImport(world.db, importId)
    expect(after.state).toBe('cancelled')
    expect(after.processedRows).toBeLessThan(1200)
    expect(await world.db.offering.count({ where: { sourceName: 'stopped' } })).toBe(
      after.processedRows,
    )
    await runCatalogImport(world.deps, { importId })
    expect(await stateOf(importId)).toBe('cancelled')
  })

  it('takes another mapping until it is asked for', async () => {
    const { importId } = await upload('Name of it,Made by,Extra\nA Course,A School,x\n')
    await previewCatalogImport(world.deps, { importId })
    expect((await requireImport(world.db, importId)).preview?.counts.total).toBe(0)
    const mapping = { title: 'Name of it', provider: 'Made by' }
    await setMapping(world.deps, editor, { importId, mapping })
    await previewCatalogImport(world.deps, { importId })
    expect(await requireImport(world.db, importId)).toMatchObject({
      state: 'previewed',
      mapping,
      preview: { counts: { created: 1 } },
    })
    await startImport(world.deps, editor, { importId })
    expect(await refusal(setMapping(world.deps, editor, { importId, mapping }))).toBe(
      'import-not-editable',
    )
  })

  it('fails in words when the file is no table', async () => {
    const { importId } = await upload('Title,Organization\n"open,x\n')
    await previewCatalogImport(world.deps, { importId })
    expect(await requireImport(world.db, importId)).toMatchObject({
      state: 'failed',
      error: 'quote-not-closed:2',
    })
    expect(await refusal(startImport(world.deps, editor, { importId }))).toBe(
      'import-not-previewed',
    )
  })
})

describe('who may import', () => {
  it('is staff who publishes', async () => {
    const learner = memberOf(await makeUser(world.db))
    const support = memberOf(await makeUser(world.db), { roles: ['support'] })
    const { importId } = await upload(listOf(1, 'policy'))
    for (const actor of [learner, support]) {
      const file = { source: 'x', fileName: 'x.csv', content: bytesOf('a') }
      expect(await refusal(createImport(world.deps, actor, file))).toBe('not-allowed')
      expect(await refusal(startImport(world.deps, actor, { importId }))).toBe('not-allowed')
      expect(await refusal(cancelImport(world.deps, actor, { importId }))).toBe('not-allowed')
      const mapping = { importId, mapping: { title: 'a', provider: 'b' } }
      expect(await refusal(setMapping(world.deps, actor, mapping))).toBe('not-allowed')
    }
  })

  it('is told what is wrong with a file or a name', async () => {
    expect(await refusal(upload(''))).toBe('file-empty')
    expect(await refusal(upload('a,b', 'Not A Name'))).toBe('source-invalid')
    const importId = '00000000-0000-7000-8000-000000000001'
    expect(await refusal(startImport(world.deps, editor, { importId }))).toBe('not-found')
    expect(await refusal(cancelImport(world.deps, editor, { importId }))).toBe('not-found')
  })
})
