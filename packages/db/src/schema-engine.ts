import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

// The part of the global that is used; Node's types of version 20 leave it out.
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>
}

let loaded: Promise<void> | undefined

/**
 * The engine limits its wait for the advisory lock with a timer of ten seconds that it never
 * clears. Left as it is, every process that migrated would end ten seconds late.
 */
function timersThatDoNotKeepTheProcess(): Record<string, unknown> {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'))
  const start = (run: () => void, milliseconds: number) => setTimeout(run, milliseconds).unref()
  return Object.fromEntries(names.map((name) => [name, start]))
}

async function load(): Promise<void> {
  const bindingsPath = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  )
  const bytes = await readFile(join(dirname(bindingsPath), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': { ...bindings, ...timersThatDoNotKeepTheProcess() },
  })
  const setWasm: unknown = Reflect.get(bindings, '__wbg_set_wasm')
  const start = instance.exports.__wbindgen_start
  if (typeof setWasm !== 'function' || typeof start !== 'function') {
    throw new Error('This release of the Prisma schema engine is loaded in another way.')
  }
  setWasm(instance.exports)
  start()
}

/**
 * Prisma's adapter cuts a script at every semicolon, which breaks function bodies, and runs each
 * piece by itself. This one sends the file whole: PostgreSQL then runs it in one transaction.
 */
class WholeScriptAdapterFactory extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    adapter.executeScript = async (sql) => {
      await adapter.executeRaw({ sql, args: [], argTypes: [] })
    }
    return adapter
  }
}

async function withAdapter<T>(
  adapter: ReturnType<typeof bindMigrationAwareSqlAdapterFactory>,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= load()
  await loaded
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter)
  try {
    return await work(engine)
  } finally {
    engine.free()
  }
}

/**
 * Runs `work` with Prisma's own schema engine on a database. The engine is WebAssembly, so no
 * native binary is fetched; it is freed and disconnected afterwards.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  // One connection, kept: the engine's advisory lock belongs to the session that took it.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, idleTimeoutMillis: 0 })
  try {
    return await withAdapter(
      bindMigrationAwareSqlAdapterFactory(new WholeScriptAdapterFactory(pool)),
      work,
    )
  } finally {
    await pool.end()
  }
}

const offline = (): Promise<never> =>
  Promise.reject(new Error('This work on schemas was not expected to need a database.'))

/**
 * An adapter without a database. On start the engine asks one question (does the schema exist,
 * which server is it), which is answered for the release of PostgreSQL that ships with the project;
 * anything else is refused.
 */
const offlineConnection: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: 'archway-offline',
  queryRaw: async ({ sql }) => {
    if (!sql.includes('pg_namespace') || !sql.includes('version()')) return await offline()
    return {
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, 'PostgreSQL 18.4', 180_004]],
    }
  },
  executeRaw: offline,
  executeScript: offline,
  startTransaction: offline,
  getConnectionInfo: () => ({ supportsRelationJoins: true }),
  dispose: async () => {},
}

const offlineFactory: SqlMigrationAwareDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: 'archway-offline',
  connect: async () => offlineConnection,
  connectToShadowDb: offline,
}

/** The same for work on schemas alone, such as the difference between two of them. */
export async function withOfflineSchemaEngine<T>(
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  return await withAdapter(bindMigrationAwareSqlAdapterFactory(offlineFactory), work)
}
