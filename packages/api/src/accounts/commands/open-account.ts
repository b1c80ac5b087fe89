import type { Tx } from '@archway/db/client'
import { takeOver } from './sign-in'

/**
 * Makes an account for somebody who has proved to have the mailbox, with the address confirmed and the
 * password that they chose; an account that nobody ever confirmed is taken over from whoever registered
 * it. Returns its id, or null when the address has a confirmed account: its owner signs in instead.
 */
export async function openAccount(
  tx: Tx,
  account: { email: string; name: string; passwordHash: string },
  now: Date,
): Promise<string | null> {
  const { email, name, passwordHash } = account
  const [created] = await tx.user.createManyAndReturn({
    data: [{ email, name, passwordHash, passwordSetAt: now, emailVerified: now }],
    skipDuplicates: true,
    select: { id: true },
  })
  if (created) return created.id
  await tx.$queryRaw`select 1 from users where email = ${email}::citext for update`
  const existing = await tx.user.findUniqueOrThrow({
    where: { email },
    select: { id: true, emailVerified: true, suspendedAt: true },
  })
  if (existing.emailVerified || existing.suspendedAt) return null
  await takeOver(tx, existing.id, now)
  await tx.user.update({
    where: { id: existing.id },
    data: { name, passwordHash, passwordSetAt: now },
    select: { id: true },
  })
  return existing.id
}
