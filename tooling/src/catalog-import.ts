import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { importFile, sourceOf } from '@archway/api/catalog/import/import-file'
import { expireSiteCache } from './stack/expire-site-cache'
import { withDatabase } from './stack/with-database'
import { ExplainedError } from './terminal/explained-error'
import { createProgress } from './terminal/progress'

const USAGE = 'Usage: npm run catalog:import -- FILE [--source NAME] [--all-issues]'
const SHOWN_ISSUES = 20

/**
 * `npm run catalog:import -- FILE`: imports a CSV list of offerings. `--source` names the list (its file
 * name otherwise): rows are known by it, so use the same name for the next edition of the same list.
 */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args)
  const path = resolve(process.env.INIT_CWD ?? '.', positionals[0] ?? '')
  if (positionals.length !== 1) throw new ExplainedError(USAGE)
  if (!existsSync(path)) throw new ExplainedError(`There is no file ${path}.`)
  const progress = createProgress()
  return await withDatabase('npm run catalog:import', async (databaseUrl) => {
    const result = await progress.step(`Import ${positionals[0]}`, async (note) => {
      const source = values.source ?? sourceOf(path)
      return await importFile({
        databaseUrl,
        path,
        source,
        onProgress: (done, total) => note(`${done} of ${total} rows, list "${source}"`),
      }).catch((error: unknown) => {
        throw new ExplainedError(`${positionals[0]}: ${(error as Error).message}`)
      })
    })
    try {
      const { counts } = result
      console.log(
        `  ${counts.total} rows: ${counts.created} created, ${counts.updated} updated, ${counts.unchanged} unchanged, ${counts.rejected} rejected`,
      )
      let shown = 0
      let more = 0
      for await (const issue of result.issues) {
        if (shown >= SHOWN_ISSUES && !values['all-issues']) {
          more += 1
          continue
        }
        shown += 1
        const value = issue.value === null ? '' : `: ${JSON.stringify(issue.value)}`
        console.log(
          `  line ${issue.line}  ${issue.severity.padEnd(8)}  ${issue.field || 'row'}  ${issue.reason}${value}`,
        )
      }
      if (more > 0) console.log(`  … and ${more} more (--all-issues shows them)`)
      if (counts.created + counts.updated > 0) await expireSiteCache()
      return counts.rejected > 0 ? 2 : 0
    } finally {
      await result.close()
    }
  })
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { source: { type: 'string' }, 'all-issues': { type: 'boolean' } },
    })
  } catch (error) {
    throw new ExplainedError(`${(error as Error).message}\n${USAGE}`)
  }
}
