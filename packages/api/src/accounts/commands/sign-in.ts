import type { Tx } from '@archway/db/client'
import { requestMail } from '../../notifications/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import { sha256 } from '../../shared/hash'
import { originOf } from '../../shared/origin'
import { verifyPassword } from '../../shared/password'
import { identityLinkDecision } from '../rules'
import { consumeToken, issueToken } from './tokens'

const wrongCredentials = () => new DomainError('unauthenticated', 'wrong-credentials')

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
    throw wrongCredentials()
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
 * address without an account gets one, and one that nobody ever confirmed is taken over from whoever
 * registered it. Throws `link-invalid` for a used, old or closed one.
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
    if (!user.emailVerified) await takeOver(tx, user.id, now)
    return { userId: user.id }
  })
}

/**
 * Gives an account whose address nobody had confirmed to whoever has proved to have the mailbox: what
 * the person who registered it may still know or use, its password and sessions, is gone.
 */
export async function takeOver(tx: Tx, userId: string, now: Date): Promise<void> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, emailVerified: null },
    data: { emailVerified: now, passwordHash: null, passwordSetAt: null },
  })
  if (count === 0) return
  await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } })
}

export type OutsideIdentity = {
  provider: string
  providerAccountId: string
  type: string
  email: string | null
  isEmailVerified: boolean
  name: string | null
}

const accountFields = { id: true, emailVerified: true, suspendedAt: true } as const

/**
 * The account of an address, held for the transaction, so that two browsers that come back from the
 * provider at once find the same; a new one when the provider has confirmed the address.
 */
async function holdAccount(tx: Tx, email: string, identity: OutsideIdentity, now: Date) {
  const [created] = identity.isEmailVerified
    ? await tx.user.createManyAndReturn({
        data: [{ email, name: identity.name, emailVerified: now }],
        skipDuplicates: true,
        select: { id: true },
      })
    : []
  await tx.$queryRaw`select 1 from users where email = ${email}::citext for update`
  const account = await tx.user.findUnique({ where: { email }, select: accountFields })
  return { account, isNew: created !== undefined }
}

/**
 * Signs in with what an identity provider vouches for: the linked account, or the one with the same
 * confirmed address, or a new one (rules.identityLinkDecision). Safe to repeat and to run at once.
 */
export async function signInWithIdentity(
  { db, clock }: SignInDeps,
  identity: OutsideIdentity,
): Promise<{ userId: string }> {
  const now = clock.now()
  const { provider, providerAccountId, type } = identity
  return await db.$transaction(async (tx) => {
    const findLinked = () =>
      tx.identity.findUnique({
        where: { provider_providerAccountId: { provider, providerAccountId } },
        select: { user: { select: { id: true, suspendedAt: true } } },
      })
    const linked = await findLinked()
    if (linked?.user.suspendedAt) throw wrongCredentials()
    if (linked) return { userId: linked.user.id }
    const email = identity.email?.toLowerCase() ?? null
    if (!email) throw new DomainError('precondition', 'identity-without-email')
    const { account, isNew } = await holdAccount(tx, email, identity, now)
    if (account?.suspendedAt) throw wrongCredentials()
    const decision = identityLinkDecision(
      identity,
      account && !isNew ? { isEmailVerified: account.emailVerified !== null } : null,
    )
    if (decision === 'refuse' || !account) {
      throw new DomainError('precondition', 'identity-email-unverified')
    }
    if (decision === 'link-and-drop-password') await takeOver(tx, account.id, now)
    await tx.identity.createMany({
      data: [{ userId: account.id, provider, providerAccountId, type }],
      skipDuplicates: true,
    })
    // Linked by another request of the same moment, perhaps under another address: that link stands.
    return { userId: (await findLinked())?.user.id ?? account.id }
  })
}
