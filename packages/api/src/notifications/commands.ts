import type { DbOrTx } from '@archway/db/client'
import { addJob } from '../shared/jobs'
import type { MailTemplates } from './schema'

/**
 * Decides on a mail in the caller's transaction; the worker sends it after the commit. `key` makes
 * it happen once: a second request with the same key does nothing.
 */
export async function requestMail<Name extends keyof MailTemplates>(
  tx: DbOrTx,
  mail: { key: string; template: Name; recipient: string; params: MailTemplates[Name] },
): Promise<void> {
  const [created] = await tx.mailMessage.createManyAndReturn({
    data: [mail],
    skipDuplicates: true,
    select: { id: true },
  })
  if (created)
    await addJob(tx, 'mail.requested', { mailId: created.id }, { key: `mail:${created.id}` })
}
