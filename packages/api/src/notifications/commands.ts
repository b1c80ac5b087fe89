import type { DbOrTx } from '@archway/db/client'
import type { Deps } from '../shared/deps'
import { addJob } from '../shared/jobs'
import { rolesFor, type StaffAction } from '../shared/permissions'
import type { MailTemplates } from './schema'

/**
 * Decides on a mail in the caller's transaction; the worker sends it after the commit. `key` makes
 * it happen once: a second request with the same key does nothing.
 */
export async function requestMail<Name extends keyof MailTemplates>(
  tx: DbOrTx,
  mail: {
    key: string
    template: Name
    recipient: string
    params: MailTemplates[Name]
    /** invoices and credit notes to attach */
    documentIds?: string[]
  },
): Promise<void> {
  const [created] = await tx.mailMessage.createManyAndReturn({
    data: [mail],
    skipDuplicates: true,
    select: { id: true },
  })
  if (created)
    await addJob(tx, 'mail.requested', { mailId: created.id }, { key: `mail:${created.id}` })
}

/**
 * Decides on a mail to everybody on the staff who may do something, each under the key with their own id
 * behind it: the same alert reaches a person once. `params` are made for the name of each.
 */
export async function mailStaff<Name extends keyof MailTemplates>(
  tx: DbOrTx,
  action: StaffAction,
  mail: { key: string; template: Name; params: (name: string | null) => MailTemplates[Name] },
): Promise<void> {
  const people = await tx.user.findMany({
    where: { suspendedAt: null, roles: { some: { role: { in: rolesFor(action) } } } },
    select: { id: true, email: true, name: true },
    orderBy: { id: 'asc' },
  })
  for (const { id, email, name } of people) {
    await requestMail(tx, {
      key: `${mail.key}:${id}`,
      template: mail.template,
      recipient: email,
      params: mail.params(name),
    })
  }
}

/** Sending takes seconds: a job that is held for longer is held by a process that died. */
const heldAfterSeconds = 10 * 60

/**
 * Queues mails again that nobody is going to send: the queue keeps the job of a dead worker for hours.
 * Those that wait for their next attempt, and those that were given up, are left alone. Returns how
 * many there were. Safe to repeat.
 */
export async function requeueLostMails({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const before = new Date(clock.now().getTime() - heldAfterSeconds * 1000)
  const lost = await db.$queryRaw<{ id: string }[]>`
    select m.id from mail_messages m
    where m.sent_at is null and m.created_at < ${before} and not exists (
      select 1 from graphile_worker.jobs j
      where j.key = 'mail:' || m.id and (j.locked_at is null or j.locked_at >= ${before}))
    order by m.created_at limit 1000`
  for (const { id: mailId } of lost) {
    await addJob(db, 'mail.requested', { mailId }, { key: `mail:${mailId}` })
  }
  return lost.length
}
