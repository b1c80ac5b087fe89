import { relative } from 'node:path'
import { diffMigration } from '@archway/db/migration-diff'
import { ExplainedError } from './terminal/explained-error'

/** `npm run db:migration -- <name> [--empty]`: writes the migration for what changed in the models. */
export async function main(args: string[]): Promise<number> {
  const names = args.filter((arg) => !arg.startsWith('--'))
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--empty')
  if (names.length !== 1 || unknown) {
    throw new ExplainedError('Usage: npm run db:migration -- <name> [--empty]')
  }
  const allowEmpty = args.includes('--empty')
  const written = await diffMigration(names[0] ?? '', { now: new Date(), allowEmpty })
  if (!written) {
    console.log('The models and the newest migration agree; there is nothing to write.')
    console.log('For SQL by hand (an index, a check, a trigger) add --empty.')
    return 0
  }
  const folder = relative(process.cwd(), written.folder)
  console.log(`Wrote ${folder}/migration.sql${written.sql === '' ? ' (empty, to be filled)' : ''}`)
  return 0
}
