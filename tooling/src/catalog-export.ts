import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { exportFile } from '@archway/api/catalog/import/export-file'
import { withDatabase } from './stack/with-database'
import { ExplainedError } from './terminal/explained-error'
import { createProgress } from './terminal/progress'

const USAGE = 'Usage: npm run catalog:export -- FILE [--source NAME]'

/**
 * `npm run catalog:export -- FILE`: writes the external offerings (those of one imported list with
 * `--source`) as CSV in the format that catalog:import reads.
 */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args)
  const [name] = positionals
  if (name === undefined || positionals.length !== 1) throw new ExplainedError(USAGE)
  const path = resolve(process.env.INIT_CWD ?? '.', name)
  await withDatabase('npm run catalog:export', (databaseUrl) =>
    createProgress().step(`Export to ${name}`, () =>
      exportFile({ databaseUrl, path, source: values.source ?? null }),
    ),
  )
  return 0
}

function readArguments(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { source: { type: 'string' } } })
  } catch (error) {
    throw new ExplainedError(`${(error as Error).message}\n${USAGE}`)
  }
}
