import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { DATA_DIR } from './paths'
import { acquireLock } from './stack/lock'
import { loadEnvironment } from './stack/settings'
import { ExplainedError } from './terminal/explained-error'

/** What `npm start` makes. Other things in the folder, such as a test run's, are left alone. */
const PARTS = ['postgres', 'files', 'mails', 'logs', 'stripe.json', 'secrets.json']

async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new ExplainedError('Nobody can be asked here. To go ahead anyway: npm run reset -- --yes')
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const answer = await terminal.question('Type "reset" to delete all of it: ')
    return answer.trim() === 'reset'
  } finally {
    terminal.close()
  }
}

/**
 * `npm run reset`: deletes the local database, files, mails and secrets after asking, so that the
 * next start begins afresh. Refuses when a database of one's own is configured, which it would not
 * touch anyway, and while Archway runs.
 */
export async function main(args: string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--yes')
  if (unknown !== undefined)
    throw new ExplainedError(`"${unknown}" is not known; there is only --yes.`)
  if (loadEnvironment().DATABASE_URL !== undefined) {
    throw new ExplainedError(
      'DATABASE_URL is set, so the data is not in .data but in a database of yours. Reset leaves that alone: empty it with its own tools, or take DATABASE_URL out of the environment and .env.',
    )
  }
  const lock = await acquireLock(join(DATA_DIR, 'start.lock'), 'npm run reset', DATA_DIR)
  try {
    console.log(`This deletes the local database, uploaded files, mails and secrets in ${DATA_DIR}`)
    if (!args.includes('--yes') && !(await isConfirmed())) {
      console.log('Nothing was deleted.')
      return 1
    }
    for (const part of PARTS) rmSync(join(DATA_DIR, part), { recursive: true, force: true })
    console.log('Done. The next "npm start" begins afresh.')
    return 0
  } finally {
    lock.release()
  }
}
