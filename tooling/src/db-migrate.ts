import { migrate } from '@archway/db/migrate'
import { ExplainedError } from './terminal/explained-error'

/**
 * `npm run db:migrate`: brings the database that DATABASE_URL names to the newest schema. Run it
 * before a new version of the site and the worker starts; safe to repeat.
 */
export async function main(): Promise<number> {
  const { DATABASE_URL } = process.env
  if (!DATABASE_URL) throw new ExplainedError('Set DATABASE_URL to the database to migrate.')
  const { applied } = await migrate(DATABASE_URL)
  process.stdout.write(
    applied.length === 0 ? 'Nothing to migrate.\n' : `Applied: ${applied.join(', ')}\n`,
  )
  return 0
}
