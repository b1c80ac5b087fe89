import { requestMail } from '../../notifications/commands'
import type { Actor, Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import { sha256 } from '../../shared/hash'
import { originOf } from '../../shared/origin'
import { hashPassword, verifyPassword } from '../../shared/password'
import { consumeToken, issueToken } from './tokens'

const wrongPassword = () => new DomainError('invalid', 'wrong-password', {}, 'currentPassword')

type PasswordDeps = Pick<Deps, 'db' | 'clock' | 'limits' | 'appUrl'>

/** Mails a link to set a new password. Says nothing about whether the address has an account. */
export async function requestPasswordReset(
  { db, clock, limits, appUrl }: PasswordDeps,
  actor: Actor,
  input: { email: string },
): Promise<void> {
  await limits.consume('mailPerOrigin', originOf(actor))
  await limits.consume('mailPerAddress', sha256(input.email))
  await db.$transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email: input.email, suspendedAt: null },
      select: { id: true, email: true, name: true },
    })
    if (!user) return
    const secret = await issueToken(tx, clock.now(), {
      purpose: 'reset_password',
      email: user.email,
      userId: user.id,
    })
    const url = new URL('/reset-password/new', appUrl)
    url.searchParams.set('token', secret)
    await requestMail(tx, {
      key: `reset-password:${sha256(secret)}`,
      template: 'reset-password',
      recipient: user.email,
      params: { name: user.name, url: url.toString() },
    })
  })
}

/** Sets a password with the secret from the mail, which also confirms the address; ends all sessions. */
export async function resetPassword(
  { db, clock, appUrl }: PasswordDeps,
  input: { token: string; password: string },
): Promise<void> {
  const passwordHash = await hashPassword(input.password)
  const now = clock.now()
  await db.$transaction(async (tx) => {
    const { userId, email } = await consumeToken(tx, now, 'reset_password', input.token)
    if (!userId) throw new Error('a reset token belongs to an account')
    const [user] = await tx.user.updateManyAndReturn({
      where: { id: userId, email },
      data: { passwordHash, passwordSetAt: now, emailVerified: now },
      select: { email: true, name: true },
    })
    if (!user) throw new DomainError('precondition', 'link-invalid')
    await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } })
    await requestMail(tx, {
      key: `password-changed:${userId}:${now.toISOString()}`,
      template: 'password-changed',
      recipient: user.email,
      params: { name: user.name, resetUrl: `${appUrl}/reset-password` },
    })
  })
}

/**
 * Changes the password of a signed-in person, who gives the current one unless there is none yet.
 * Every other browser is signed out and a mail says so. The password that was checked must still be
 * the account's when the new one is written, so a reset meanwhile is not undone (`wrong-password`).
 */
export async function changePassword(
  { db, clock, limits, appUrl }: PasswordDeps,
  actor: Member,
  input: { currentPassword?: string; newPassword: string },
): Promise<void> {
  await limits.consume('signInPerOrigin', originOf(actor))
  await limits.consume('signInPerAddress', sha256(actor.email))
  const { passwordHash } = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { passwordHash: true },
  })
  if (passwordHash && !(await verifyPassword(passwordHash, input.currentPassword ?? ''))) {
    throw wrongPassword()
  }
  const next = await hashPassword(input.newPassword)
  const now = clock.now()
  await db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: actor.userId, passwordHash },
      data: { passwordHash: next, passwordSetAt: now },
    })
    if (count !== 1) throw wrongPassword()
    await tx.session.updateMany({
      where: { userId: actor.userId, revokedAt: null, id: { not: actor.sessionId } },
      data: { revokedAt: now },
    })
    await requestMail(tx, {
      key: `password-changed:${actor.userId}:${now.toISOString()}`,
      template: 'password-changed',
      recipient: actor.email,
      params: { name: actor.name, resetUrl: `${appUrl}/reset-password` },
    })
  })
}
