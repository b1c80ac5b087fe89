import { grantAdmin } from '@archway/api/accounts/commands/grant-admin'
import { DomainError } from '@archway/api/shared/errors'
import { createDb } from '@archway/db/client'
import { withDatabase } from './stack/with-database'
import { ExplainedError } from './terminal/explained-error'

/** `npm run people:admin -- EMAIL`: makes an account an admin of this installation. */
export async function main([email, ...rest]: string[]): Promise<number> {
  if (email === undefined || rest.length > 0) {
    throw new ExplainedError('Usage: npm run people:admin -- EMAIL')
  }
  await withDatabase('npm run people:admin', async (databaseUrl) => {
    const db = createDb(databaseUrl, { poolSize: 1 })
    try {
      const { isNew } = await grantAdmin({ db }, { email })
      process.stdout.write(isNew ? `${email} is an admin now.\n` : `${email} is one already.\n`)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      throw new ExplainedError(`There is no account of ${email}: sign up on the site first.`)
    } finally {
      await db.$disconnect()
    }
  })
  return 0
}
