import type { DbOrTx } from '@archway/db/client'
import { requestMail } from '../../notifications/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import { sha256 } from '../../shared/hash'
import { originOf } from '../../shared/origin'
import { consumeToken, issueToken } from './tokens'

type Addressee = { id: string; email: string; name: string | null }

/** Mails a link that confirms the address of an account. */
export async function mailVerification(
  tx: DbOrTx,
  { appUrl, now }: { appUrl: string; now: Date },
  user: Addressee,
  returnTo?: string,
): Promise<void> {
  const secret = await issueToken(tx, now, {
    purpose: 'verify_email',
    email: user.email,
    userId: user.id,
  })
  const url = new URL('/verify-email', appUrl)
  url.searchParams.set('token', secret)
  if (returnTo) url.searchParams.set('returnTo', returnTo)
  await requestMail(tx, {
    key: `verify-email:${sha256(secret)}`,
    template: 'verify-email',
    recipient: user.email,
    params: { name: user.name, url: url.toString() },
  })
}

/**
 * Confirms an address with the secret from the mail and returns whose it is. The link works once;
 * it confirms the address that it was sent to and no later one. Throws `link-invalid` otherwise.
 */
export async function verifyEmail(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  input: { token: string },
): Promise<{ userId: string }> {
  return await db.$transaction(async (tx) => {
    const { email, userId } = await consumeToken(tx, clock.now(), 'verify_email', input.token)
    if (!userId) throw new Error('a verification token belongs to an account')
    const [user] = await tx.user.updateManyAndReturn({
      where: { id: userId, email },
      data: { emailVerified: clock.now() },
      select: { id: true },
    })
    // The account has moved to another address since: this link says nothing about that one.
    if (!user) throw new DomainError('precondition', 'link-invalid')
    return { userId: user.id }
  })
}

/** Sends the confirmation once more. Does nothing when the address is confirmed already. */
export async function resendVerification(
  { db, clock, limits, appUrl }: Pick<Deps, 'db' | 'clock' | 'limits' | 'appUrl'>,
  actor: Member,
): Promise<void> {
  await limits.consume('mailPerOrigin', originOf(actor))
  await limits.consume('mailPerAddress', sha256(actor.email))
  await db.$transaction(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { id: true, email: true, name: true, emailVerified: true },
    })
    if (!user.emailVerified) await mailVerification(tx, { appUrl, now: clock.now() }, user)
  })
}
