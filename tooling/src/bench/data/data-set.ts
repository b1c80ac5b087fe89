import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { importFile } from '@archway/api/catalog/import/import-file'
import { seedDemo } from '@archway/api/seed-demo'
import {
  dropDatabase,
  ensureDatabase,
  withConnection,
  withDatabaseName,
} from '@archway/db/database'
import { migrate } from '@archway/db/migrate'
import { ROOT } from '../../paths'
import { loadLocalSecrets } from '../../stack/secrets'
import { loadEnvironment } from '../../stack/settings'
import { ExplainedError } from '../../terminal/explained-error'
import { BENCH_DIR } from '../bench-dir'
import { generateCsv } from './generate-csv'

const SAMPLE_VARIABLE = 'ARCHWAY_SAMPLE_CSV'
/** Size of the sample that the made-up lists are shaped after. */
const SAMPLE_SIZE = 623
const DEMO_SOURCES = ['packages/db/seed', 'packages/db/src/seed']

export type DataSet = {
  offerings: number
  /** Where its list came from. */
  source: string
  /** A database that holds it; copy it, do not change it. */
  templateUrl: string
  /** How long importing took, and how many rows of it; null when it was there from an earlier run. */
  imported: { rows: number; seconds: number } | null
}

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path)
    else yield path
  }
}

/** Changes whenever loading would give other content. */
function fingerprint(list: string): string {
  const hash = createHash('sha256').update(list)
  for (const folder of DEMO_SOURCES) {
    for (const path of [...filesIn(join(ROOT, folder))].sort()) hash.update(readFileSync(path))
  }
  return hash.digest('hex').slice(0, 12)
}

/** The real list when one is given and it is the size that was asked for, else a made-up one. */
function givenList(offerings: number): string | null {
  const path = loadEnvironment()[SAMPLE_VARIABLE]
  if (!path || offerings !== SAMPLE_SIZE) return null
  if (!existsSync(path)) throw new ExplainedError(`${SAMPLE_VARIABLE} is ${path}: no such file.`)
  return path
}

/**
 * A database with the demo and `offerings` more, read by the product's own import; taken from an
 * earlier run, brought to the newest schema, when its content would be the same. Databases of the same
 * size that are out of date are removed.
 */
export async function prepareDataSet(
  clusterUrl: string,
  options: { offerings: number; seed: number; note: (text: string) => void },
): Promise<DataSet> {
  const { offerings, seed, note } = options
  const given = givenList(offerings)
  const list = given ? readFileSync(given, 'utf8') : `made up ${seed}`
  const prefix = `bench_${offerings}_`
  const name = `${prefix}${fingerprint(list)}`
  const templateUrl = withDatabaseName(clusterUrl, name)
  const source = given ? basename(given) : `made up, seed ${seed}`
  const known = await databaseNames(clusterUrl, prefix)
  if (known.includes(name)) {
    const { applied } = await migrate(templateUrl)
    if (applied.length > 0) await tidy(templateUrl)
    return { offerings, source, templateUrl, imported: null }
  }
  for (const old of known) await dropDatabase(withDatabaseName(clusterUrl, old))

  // Takes its name last, so that one that was cut off is never taken for a whole one.
  const draftUrl = withDatabaseName(clusterUrl, `${prefix}draft`)
  await dropDatabase(draftUrl)
  await ensureDatabase(draftUrl)
  await migrate(draftUrl)
  await seedDemo({
    databaseUrl: draftUrl,
    storage: { kind: 'folder', folder: join(BENCH_DIR, 'files') },
    examKeysSecrets: [loadLocalSecrets(BENCH_DIR).EXAM_KEYS_SECRET],
  })
  const path = given ?? (await writeList(offerings, seed))
  const startedAt = performance.now()
  const result = await importFile({
    databaseUrl: draftUrl,
    path,
    onProgress: (done, total) => note(`${done} of ${total}`),
  })
  await result.close()
  const { created, rejected } = result.counts
  if (rejected > 0) throw new Error(`${rejected} rows of ${source} were rejected`)
  const imported = { rows: created, seconds: (performance.now() - startedAt) / 1000 }
  if (!given) await rm(path)
  await tidy(draftUrl)
  await withConnection(withDatabaseName(clusterUrl, 'postgres'), (client) =>
    client.query(`alter database "${prefix}draft" rename to "${name}"`),
  )
  return { offerings, source, templateUrl, imported }
}

/** What autovacuum does by itself within minutes of an import. */
async function tidy(databaseUrl: string): Promise<void> {
  await withConnection(databaseUrl, (client) => client.query('vacuum (analyze)'))
}

async function databaseNames(clusterUrl: string, prefix: string): Promise<string[]> {
  return await withConnection(withDatabaseName(clusterUrl, 'postgres'), async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefix],
    )
    return rows.map((row) => row.datname)
  })
}

async function writeList(offerings: number, seed: number): Promise<string> {
  mkdirSync(BENCH_DIR, { recursive: true })
  const path = join(BENCH_DIR, `offerings-${offerings}.csv`)
  await pipeline(Readable.from(generateCsv(offerings, seed)), createWriteStream(path))
  return path
}
