import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../testing/world'
import type { ImportIssue } from '../schema/imports'
import { exportFile } from './export-file'
import { importFile } from './import-file'

const fixture = fileURLToPath(new URL('./fixtures/messy-courses.csv', import.meta.url))
const source = 'lists'

let world: World
let folder: string
beforeAll(async () => {
  world = await createWorld()
  folder = await mkdtemp(join(tmpdir(), 'archway-import-'))
})
afterEach(async () => {
  await world.db.offering.deleteMany()
  await world.db.catalogImport.deleteMany()
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await world.close()
})

async function run(path: string, name = source) {
  const { databaseUrl, clock } = world
  const result = await importFile({ databaseUrl, path, source: name, now: () => clock.now() })
  const issues: ImportIssue[] = []
  for await (const issue of result.issues) issues.push(issue)
  await result.close()
  return { counts: result.counts, issues }
}

const short = (issues: ImportIssue[]) =>
  issues.map(({ line, severity, field, reason }) => `${line} ${severity} ${field} ${reason}`)

/** Everything that an import may touch, in a form that can be compared. */
async function state() {
  return {
    offerings: await world.db.offering.findMany({
      orderBy: { slug: 'asc' },
      include: {
        languages: true,
        topics: { orderBy: { position: 'asc' } },
        skills: { orderBy: { position: 'asc' } },
        facts: true,
      },
    }),
    skills: await world.db.skill.count(),
    providers: await world.db.provider.count(),
    search: await world.db
      .$queryRaw`select to_jsonb(s) from offering_search s order by offering_id`,
  }
}

describe('importing a messy list', () => {
  it('imports or rejects every row, with line, field and reason', async () => {
    const { counts, issues } = await run(fixture)
    expect(counts).toEqual({ total: 13, created: 8, updated: 0, unchanged: 0, rejected: 5 })
    expect(short(issues)).toEqual([
      '10 warning description html-removed',
      '11 rejected rating rating-out-of-range',
      '12 rejected title missing',
      '13 rejected duration unknown-duration',
      '13 rejected level unknown-level',
      '13 rejected ratingCount not-a-count',
      '13 rejected type unknown-type',
      '13 rejected url url-scheme',
      '14 rejected  column-count',
      '15 rejected url same-as-line',
    ])
  })

  it('understands what the cells mean', async () => {
    await run(fixture)
    const offering = await world.db.offering.findUniqueOrThrow({
      where: { slug: 'harbour-data-analytics' },
      include: {
        provider: true,
        skills: { include: { skill: true }, orderBy: { position: 'asc' } },
        languages: true,
        facts: true,
      },
    })
    expect(offering).toMatchObject({
      status: 'published',
      origin: 'external',
      kind: 'program',
      level: 'beginner',
      ratingCenti: 480,
      ratingCount: 20_000,
      ratingSource: 'external',
      externalEnrolled: 700_909,
      durationMin: 3,
      durationMax: 6,
      durationUnit: 'month',
      durationBucket: 'months_3_to_6',
      descriptionHtml:
        '<p>Begin with a harbour full of numbers.</p><p>Then learn to read them, one quay at a time.</p>',
      summary: 'Begin with a harbour full of numbers.',
      provider: { name: 'Harbour University', kind: 'university' },
      languages: [{ language: 'en' }],
      facts: [{ key: 'credential_type', value: 'Professional Certificate' }],
    })
    expect(offering.skills.map(({ skill }) => skill.name)).toEqual([
      'Data Analysis',
      'Extract, Transform, Load',
      'SQL',
    ])
    const languages = await world.db.offeringLanguage.findMany({
      where: { language: { not: 'en' } },
      select: { language: true, offering: { select: { title: true } } },
      orderBy: { language: 'asc' },
    })
    expect(languages.map(({ language, offering: { title } }) => [language, title])).toEqual([
      ['es', 'Fundamentos de los faros'],
      ['ja', '灯台のためのデータ'],
    ])
    const slugs = await world.db.offering.findMany({ select: { slug: true, title: true } })
    expect(slugs.find(({ title }) => title.startsWith('灯台'))?.slug).toMatch(
      /^offering-[0-9a-f]{10}$/,
    )
    expect(slugs.map(({ slug }) => slug)).toContain('harbour-data-analytics-pier-college')
  })

  it('does no harm with formulas and HTML', async () => {
    await run(fixture)
    const hostile = await world.db.offering.findFirstOrThrow({
      where: { title: { startsWith: '=' } },
    })
    expect(hostile.descriptionHtml).toBe('<p>Tags inside &amp; a script</p>')
    const path = join(folder, 'out.csv')
    await exportFile({ databaseUrl: world.databaseUrl, path, source })
    expect(await readFile(path, 'utf8')).toContain(
      `"'=HYPERLINK(""http://evil.example"",""free"")"`,
    )
  })

  it('changes nothing when it is run twice', async () => {
    await run(fixture)
    const before = await state()
    world.clock.advanceSeconds(3600)
    const { counts } = await run(fixture)
    expect(counts).toMatchObject({ created: 0, updated: 0, unchanged: 8, rejected: 5 })
    expect(await state()).toEqual(before)
  })

  it('changes nothing when its own export is imported, and exports the same again', async () => {
    await run(fixture)
    const before = await state()
    const first = join(folder, 'first.csv')
    const second = join(folder, 'second.csv')
    await exportFile({ databaseUrl: world.databaseUrl, path: first, source })
    const { counts } = await run(first)
    expect(counts).toEqual({ total: 8, created: 0, updated: 0, unchanged: 8, rejected: 0 })
    expect(await state()).toEqual(before)
    await exportFile({ databaseUrl: world.databaseUrl, path: second, source })
    expect(await readFile(second, 'utf8')).toBe(await readFile(first, 'utf8'))
  })

  it('updates what changed and leaves what staff edited otherwise alone', async () => {
    await run(fixture)
    await world.db.offering.update({
      where: { slug: 'repair-a-foghorn' },
      data: { title: 'Mended by staff' },
    })
    const text = await readFile(fixture, 'utf8')
    const path = join(folder, 'changed.csv')
    await writeFile(
      path,
      text
        .replace('"1,234"', '"2,345"')
        .replace('https://lists.example/learn/tides', 'https://lists.example/learn/tides/'),
    )
    const { counts } = await run(path)
    expect(counts).toMatchObject({ created: 0, updated: 1, unchanged: 7 })
    const [tides, foghorn] = await Promise.all([
      world.db.offering.findFirstOrThrow({ where: { title: { startsWith: 'Tides' } } }),
      world.db.offering.findFirstOrThrow({ where: { slug: 'repair-a-foghorn' } }),
    ])
    expect([tides.externalEnrolled, tides.version]).toEqual([2345, 2])
    expect(foghorn.title).toBe('Mended by staff')
  })

  it('knows a row again that gains an address, by its number', async () => {
    await run(fixture)
    const path = join(folder, 'gained.csv')
    const text = await readFile(fixture, 'utf8')
    await writeFile(
      path,
      text.replace(
        'Programming",4.6,,',
        'Programming",4.6,https://lists.example/learn/lighthouses,',
      ),
    )
    expect((await run(path)).counts).toMatchObject({ created: 0, updated: 1, unchanged: 7 })
    expect((await run(path)).counts).toMatchObject({ created: 0, updated: 0, unchanged: 8 })
  })

  it('does not take a renumbered row for the one that had its number', async () => {
    await run(fixture)
    const path = join(folder, 'renumbered.csv')
    const header = (await readFile(fixture, 'utf8')).split('\r\n')[0]
    await writeFile(
      path,
      `${header}\n0,Something Else,Beacon Labs,,4.0,https://lists.example/learn/else,,,,,Course,\n4,No Address Here,Beacon Labs,,4.0,,,,,,Course,\n`,
    )
    const { counts, issues } = await run(path)
    expect(counts).toMatchObject({ created: 1, updated: 0, rejected: 1 })
    expect(short(issues)).toEqual(['3 rejected id id-of-another'])
    const kept = await world.db.offering.findUnique({ where: { slug: 'harbour-data-analytics' } })
    expect(kept?.title).toBe('Harbour Data Analytics')
  })

  it('changes nothing at all when the file is broken further down', async () => {
    const path = join(folder, 'broken.csv')
    await writeFile(path, `${await readFile(fixture, 'utf8')}30,"never closed,x\r\n`)
    await expect(run(path)).rejects.toThrow('quote-not-closed (line 17)')
    expect(await world.db.offering.count()).toBe(0)
  })

  it('says which column it misses', async () => {
    const path = join(folder, 'columns.csv')
    await writeFile(path, 'Foo,Bar\n1,2\n')
    await expect(run(path)).rejects.toThrow('No column is recognised as the title')
  })
})

const sample =
  process.env.ARCHWAY_SAMPLE_CSV ??
  fileURLToPath(new URL('../../../../../../shared/data/coursera-courses.csv', import.meta.url))

describe.runIf(existsSync(sample))('importing the list of 623 rows', () => {
  it('imports every row, and nothing changes the second time or by its own export', async () => {
    const first = await run(sample, 'coursera')
    expect(first.counts).toEqual({
      total: 623,
      created: 623,
      updated: 0,
      unchanged: 0,
      rejected: 0,
    })
    const before = await state()
    const path = join(folder, 'coursera.csv')
    await exportFile({ databaseUrl: world.databaseUrl, path, source: 'coursera' })
    const unchanged = { total: 623, created: 0, updated: 0, unchanged: 623, rejected: 0 }
    expect((await run(sample, 'coursera')).counts).toEqual(unchanged)
    expect((await run(path, 'coursera')).counts).toEqual(unchanged)
    expect(await state()).toEqual(before)
  }, 120_000)
})
