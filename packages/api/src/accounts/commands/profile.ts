import type { z } from 'zod'
import { requestMail } from '../../notifications/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import { sha256 } from '../../shared/hash'
import { originOf } from '../../shared/origin'
import { isUniqueViolation } from '../../shared/unique-violation'
import type { updateProfileInput } from '../schema'
import { consumeToken, issueToken } from './tokens'

/** Saves name, language of formats and time zone. Safe to repeat. */
export async function updateProfile(
  { db }: Pick<Deps, 'db'>,
  actor: Member,
  input: z.infer<typeof updateProfileInput>,
): Promise<void> {
  await db.user.update({ where: { id: actor.userId }, data: input })
}

/**
 * Mails a link to a new address; nothing changes before it is opened. Says nothing about whether
 * that address has an account: then no mail is sent.
 */
export async function requestEmailChange(
  { db, clock, limits, appUrl }: Pick<Deps, 'db' | 'clock' | 'limits' | 'appUrl'>,
  actor: Member,
  { newEmail }: { newEmail: string },
): Promise<void> {
  await limits.consume('mailPerOrigin', originOf(actor))
  await limits.consume('mailPerAddress', sha256(newEmail))
  await db.$transaction(async (tx) => {
    if (await tx.user.findUnique({ where: { email: newEmail }, select: { id: true } })) return
    const secret = await issueToken(tx, clock.now(), {
      purpose: 'change_email',
      email: newEmail,
      userId: actor.userId,
    })
    const url = new URL('/account/email', appUrl)
    url.searchParams.set('token', secret)
    await requestMail(tx, {
      key: `change-email:${sha256(secret)}`,
      template: 'change-email',
      recipient: newEmail,
      params: { name: actor.name, url: url.toString(), newEmail },
    })
  })
}

/**
 * Makes the new address the account's, tells the old one, and signs out every other browser. Of two
 * accounts that want the same address at once one gets it. Throws `link-invalid` for a link that is
 * used, old or somebody else's, and for an address that has come to be another account's.
 */
export async function confirmEmailChange(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Member,
  input: { token: string },
): Promise<void> {
  try {
    await moveToNewAddress(deps, actor, input)
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new DomainError('precondition', 'link-invalid')
  }
}

async function moveToNewAddress(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  actor: Member,
  input: { token: string },
): Promise<void> {
  const now = clock.now()
  await db.$transaction(async (tx) => {
    const { email, userId } = await consumeToken(tx, now, 'change_email', input.token)
    if (userId !== actor.userId) throw new DomainError('precondition', 'link-invalid')
    // The unique key of addresses decides whether it is free.
    await tx.user.update({
      where: { id: actor.userId },
      data: { email, emailVerified: now },
    })
    await tx.session.updateMany({
      where: { userId, revokedAt: null, id: { not: actor.sessionId } },
      data: { revokedAt: now },
    })
    await requestMail(tx, {
      key: `email-changed:${actor.userId}:${now.toISOString()}`,
      template: 'email-changed',
      recipient: actor.email,
      params: { name: actor.name, newEmail: email },
    })
  })
}
