import { createDb, type Db } from '@archway/db/client'
import { generateOfferings } from '@archway/db/seed/generate-offerings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getProviderBySlug, listProviders } from '../../providers/reads/providers'
import { makeProvider } from '../../testing/factories'
import { createWorld, type World } from '../../testing/world'
import { type CatalogQuery, emptyCatalogQuery } from '../schema/query'
import { getOfferingBySlug } from './get-offering'
import { getHomePage } from './home'
import { searchOfferings } from './search-offerings'
import { suggest } from './suggest'
import { listTopics } from './topics'

const COUNT = 12_000
/** A fraction of the catalogue's rows: whoever reads them all is found out. */
const MOST_ROWS = 5_000
/** Tables with a row or more for each offering. */
const GROWING = [
  'offerings',
  'offering_search',
  'offering_skills',
  'offering_topics',
  'offering_languages',
  'prices',
]

let world: World
/** One connection, so that what it did can be told. */
let db: Db

beforeAll(async () => {
  world = await createWorld()
  for (const name of ['Alpha', 'Beta', 'Gamma', 'Delta'])
    await makeProvider(world.db, { name, slug: name.toLowerCase() })
  const named = (slug: string) => ({ slug, name: slug })
  const skills = Array.from({ length: 60 }, (_, at) => named(`skill${at}`))
  await world.db.skill.createMany({
    data: [...['sql', 'git', 'rust', 'prolog'].map(named), ...skills],
  })
  await world.db.topic.createMany({ data: ['one', 'two', 'three', 'four'].map(named) })
  db = createDb(world.databaseUrl, { poolSize: 1 })
}, 60_000)
afterAll(async () => {
  await db.$disconnect()
  await world.close()
})

const search = (part: Partial<CatalogQuery>) => () =>
  searchOfferings(db, { ...emptyCatalogQuery, ...part })

const reads: Record<string, () => Promise<unknown>> = {
  home: () => getHomePage(db, new Date()),
  topics: () => listTopics(db),
  offering: () => getOfferingBySlug(db, 'generated-7'),
  provider: () => getProviderBySlug(db, 'alpha'),
  providers: () => listProviders(db, { q: '', page: 1, pageSize: 200 }),
  suggest: () => suggest(db, 'rus'),
  'suggest, misspelt': () => suggest(db, 'prolgo'),
  catalogue: search({}),
  'catalogue by title, third page': search({ sort: 'title', page: 3 }),
  'catalogue by price': search({ sort: 'price' }),
  'one facet, newest': search({ level: ['advanced'], sort: 'newest' }),
  'two facets, rating': search({ kind: ['course'], language: ['en'], sort: 'rating' }),
  'a rare choice': search({ skill: ['skill9'], level: ['mixed'], language: ['ja'] }),
  'a common word': search({ q: 'rust' }),
  'a common word and three facets': search({
    q: 'essentials',
    level: ['beginner'],
    kind: ['course'],
    language: ['en'],
  }),
  'a typo and three facets': search({
    q: 'prolgo',
    level: ['beginner'],
    kind: ['course'],
    price: ['paid'],
  }),
  'a sentence': search({ q: 'responsible prolog for managers' }),
}

/** Those that count all offerings of something are kept in the cache for hours; the others must not grow. */
const counting = ['home', 'topics', 'provider', 'providers']
const bounded = Object.keys(reads).filter((name) => !counting.includes(name))

type Touched = { whole: number; rows: number }

/** Rows that a read touched in the tables that grow: all, and those found by looking at a whole table. */
async function touchedBy(read: () => Promise<unknown>): Promise<Touched> {
  const count = async () => {
    await db.$queryRaw`select pg_stat_force_next_flush()::text`
    const [row] = await db.$queryRaw<Touched[]>`
      select sum(seq_tup_read)::int as whole, sum(seq_tup_read + idx_tup_fetch)::int as rows
      from pg_stat_user_tables where relname = any (${GROWING})`
    return row ?? { whole: 0, rows: 0 }
  }
  const before = await count()
  await read()
  const after = await count()
  return { whole: after.whole - before.whole, rows: after.rows - before.rows }
}

describe('what public pages read', () => {
  const touched = new Map<string, Touched>()
  beforeAll(async () => {
    await generateOfferings(world.db, COUNT)
    await world.db.$executeRawUnsafe('vacuum (analyze)')
    for (const [name, read] of Object.entries(reads)) touched.set(name, await touchedBy(read))
  }, 120_000)

  it.each(bounded)('is found by an index: %s', (name) => {
    expect(touched.get(name)?.whole).toBe(0)
    expect(touched.get(name)?.rows).toBeGreaterThan(0)
  })

  // Whether by an index or by the table is the planner's choice, which hangs on how far vacuum came.
  it.each(counting)('looks at each row of each table about once at most: %s', (name) => {
    expect(touched.get(name)?.rows).toBeGreaterThan(0)
    expect(touched.get(name)?.rows).toBeLessThan(GROWING.length * COUNT)
  })

  it.each(bounded)('is a few thousand rows at most: %s', (name) => {
    expect(touched.get(name)?.rows).toBeLessThan(MOST_ROWS)
  })

  it('counts on the home page what can be found in the catalogue', async () => {
    await world.db.skill.create({ data: { slug: 'unused', name: 'Unused' } })
    await makeProvider(world.db, { name: 'Empty', slug: 'empty' })
    const { counts } = await getHomePage(db, new Date())
    expect(counts).toEqual({ offerings: COUNT, providers: 4, skills: 64 })
  })

  it('is noticed when it is everything', async () => {
    const all = await touchedBy(() => db.$queryRaw`select count(summary) from offerings`)
    expect(all).toEqual({ whole: COUNT, rows: COUNT })
  })
})
