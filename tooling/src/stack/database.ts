import { seedDemo } from '@archway/api/seed-demo'
import type { ServerEnv } from '@archway/api/shared/env'
import { withConnection } from '@archway/db/database'
import { migrate } from '@archway/db/migrate'
import type { Progress } from '../terminal/progress'

/**
 * Brings the database to the newest schema, and loads the demo when `wanted` and it is not there
 * yet. Answers whether this is a demo database.
 */
export async function prepareDatabase(
  env: ServerEnv,
  wanted: boolean,
  progress: Progress,
): Promise<boolean> {
  await progress.step('Migrate the database', async (note) => {
    const { applied } = await migrate(env.databaseUrl)
    note(applied.length === 0 ? 'nothing new' : `${applied.length} applied`)
  })
  const isDemo = await hasDemo(env.databaseUrl)
  if (isDemo || !wanted) return isDemo
  await progress.step('Load the demo catalogue', async () => {
    await seedDemo(env, { onWarning: progress.line })
  })
  return true
}

async function hasDemo(databaseUrl: string): Promise<boolean> {
  return await withConnection(databaseUrl, async (client) => {
    const { rowCount } = await client.query("select 1 from settings where key = 'demo'")
    return rowCount === 1
  })
}
