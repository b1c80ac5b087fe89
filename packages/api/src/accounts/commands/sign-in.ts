import { requestMail } from '../../notifications/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import { sha256 } from '../../shared/hash'
import { originOf } from '../../shared/origin'
import { verifyPassword } from '../../shared/password'
import { identityLinkDecision } from '../rules'
import { consumeToken, issueToken } from './tokens'

type SignInDeps = Pick<Deps, 'db' | 'clock' | 'limits' | 'appUrl'>

/**
 * Checks an address and a password. Unknown address, wrong password and closed account give the
 * same refusal after the same time. Attempts are counted per address and per origin; a success
 * forgets the address's.
 */
export async function signInWithPassword(
  { db, limits }: SignInDeps,
  actor: Actor,
  input: { email: string; password: string },
): Promise<{ userId: string }> {
  const address = sha256(input.email)
  await limits.consume('signInPerOrigin', originOf(actor))
  await limits.consume('signInPerAddress', address)
  const user = await db.user.findUnique({
    where: { email: input.email },
    select: { id: true, passwordHash: true, suspendedAt: true },
  })
  const isRight = await verifyPassword(user?.passwordHash ?? null, input.password)
  if (!user || !isRight || user.suspendedAt) {
    throw new DomainError('unauthenticated', 'wrong-credentials')
  }
  await limits.reset('signInPerAddress', address)
  return { userId: user.id }
}

/** Mails a link that signs in. Says nothing about whether the address has an account. */
export async function requestSignInLink(
  { db, clock, limits, appUrl }: SignInDeps,
  actor: Actor,
  input: { email: string; returnTo?: string },
): Promise<void> {
  await limits.consume('mailPerOrigin', originOf(actor))
  await limits.consume('mailPerAddress', sha256(input.email))
  await db.$transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email: input.email, suspendedAt: null },
      select: { id: true },
    })
    const secret = await issueToken(tx, clock.now(), {
      purpose: 'sign_in',
      email: input.email,
      userId: user?.id ?? null,
    })
    const url = new URL('/sign-in/link', appUrl)
    url.searchParams.set('token', secret)
    if (input.returnTo) url.searchParams.set('returnTo', input.returnTo)
    await requestMail(tx, {
      key: `sign-in-link:${sha256(secret)}`,
      template: 'sign-in-link',
      recipient: input.email,
      params: { url: url.toString() },
    })
  })
}

/**
 * Uses a mailed link up. Whoever opens it has the mailbox, so the address counts as confirmed; an
 * address without an account gets one. Throws `link-invalid` for a used, old or closed one.
 */
export async function signInWithLink(
  { db, clock }: SignInDeps,
  input: { token: string },
): Promise<{ userId: string }> {
  const now = clock.now()
  return await db.$transaction(async (tx) => {
    const { email } = await consumeToken(tx, now, 'sign_in', input.token)
    await tx.user.createMany({ data: [{ email, emailVerified: now }], skipDuplicates: true })
    const user = await tx.user.findUniqueOrThrow({
      where: { email },
      select: { id: true, emailVerified: true, suspendedAt: true },
    })
    if (user.suspendedAt) throw new DomainError('precondition', 'link-invalid')
    if (!user.emailVerified) {
      await tx.user.update({ where: { id: user.id }, data: { emailVerified: now } })
    }
    return { userId: user.id }
  })
}

export type OutsideIdentity = {
  provider: string
  providerAccountId: string
  type: string
  email: string | null
  isEmailVerified: boolean
  name: string | null
}

/**
 * Signs in with what an identity provider vouches for: the linked account, or the one with the same
 * confirmed address, or a new one (rules.identityLinkDecision).
 */
export async function signInWithIdentity(
  { db, clock }: SignInDeps,
  identity: OutsideIdentity,
): Promise<{ userId: string }> {
  const now = clock.now()
  const { provider, providerAccountId, type } = identity
  return await db.$transaction(async (tx) => {
    const linked = await tx.identity.findUnique({
      where: { provider_providerAccountId: { provider, providerAccountId } },
      select: { user: { select: { id: true, suspendedAt: true } } },
    })
    if (linked?.user.suspendedAt) throw new DomainError('unauthenticated', 'wrong-credentials')
    if (linked) return { userId: linked.user.id }
    const email = identity.email?.toLowerCase() ?? null
    if (!email) throw new DomainError('precondition', 'identity-without-email')
    const existing = await tx.user.findUnique({
      where: { email },
      select: { id: true, emailVerified: true, suspendedAt: true },
    })
    if (existing?.suspendedAt) throw new DomainError('unauthenticated', 'wrong-credentials')
    const decision = identityLinkDecision(
      identity,
      existing && { isEmailVerified: existing.emailVerified !== null },
    )
    if (decision === 'refuse') throw new DomainError('precondition', 'identity-email-unverified')
    const user =
      existing ??
      (await tx.user.create({
        data: { email, name: identity.name, emailVerified: now },
        select: { id: true },
      }))
    if (decision === 'link-and-drop-password') {
      await tx.user.update({
        where: { id: user.id },
        data: { emailVerified: now, passwordHash: null, passwordSetAt: null },
      })
      await tx.session.updateMany({
        where: { userId: user.id, revokedAt: null },
        data: { revokedAt: now },
      })
    }
    await tx.identity.create({ data: { userId: user.id, provider, providerAccountId, type } })
    return { userId: user.id }
  })
}
