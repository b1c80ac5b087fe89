import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { listPublishedFiles } from '@archway/api/credentials/reads/published-files'
import { createDb } from '@archway/db/client'
import { withDatabase } from './stack/with-database'
import { ExplainedError } from './terminal/explained-error'

/**
 * `npm run credentials:export -- FOLDER`: writes the keys of all issuers and their status lists as static files, so
 * that credentials can be checked while the site itself is gone.
 */
export async function main([name, ...rest]: string[]): Promise<number> {
  if (name === undefined || rest.length > 0) {
    throw new ExplainedError('Usage: npm run credentials:export -- FOLDER')
  }
  const folder = resolve(process.env.INIT_CWD ?? '.', name)
  await withDatabase('npm run credentials:export', async (databaseUrl) => {
    const db = createDb(databaseUrl, { poolSize: 1 })
    try {
      const files = await listPublishedFiles(db)
      for (const { path, content } of files) {
        const file = join(folder, path)
        await mkdir(dirname(file), { recursive: true })
        await writeFile(file, content)
      }
      process.stdout.write(`${files.length} files are in ${name}.\n`)
    } finally {
      await db.$disconnect()
    }
  })
  return 0
}
