import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createDb } from '@archway/db/client'
import { exportRows } from './export-rows'

/** Writes the external offerings of a list, or all of them, to a file that importFile reads back. */
export async function exportFile(options: {
  databaseUrl: string
  path: string
  source: string | null
}): Promise<void> {
  const db = createDb(options.databaseUrl, { poolSize: 2 })
  try {
    await pipeline(Readable.from(exportRows(db, options)), createWriteStream(options.path))
  } finally {
    await db.$disconnect()
  }
}
