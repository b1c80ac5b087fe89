import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { memberOf, visitor } from '../../testing/actors'
import { atOnce, timesAtOnce } from '../../testing/at-once'
import { mailedTokens } from '../../testing/mailed-tokens'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import { changePassword, requestPasswordReset, resetPassword } from './password'
import { startSession } from './sessions'
import {
  requestSignInLink,
  signInWithIdentity,
  signInWithLink,
  signInWithPassword,
} from './sign-in'
import { signUp } from './sign-up'
import { resendVerification, verifyEmail } from './verify-email'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(() => world.db.rateLimit.deleteMany())

const mailed = (recipient: string, template: string) => mailedTokens(world.db, recipient, template)

const password = 'correct horse battery'
const newAddress = () => `link-${crypto.randomUUID()}@example.test`

const onlyMailed = async (recipient: string, template: string) => {
  const [token, ...others] = await mailed(recipient, template)
  if (!token || others.length > 0) throw new Error(`${others.length + 1} links, not one`)
  return token
}

async function signedUp() {
  const email = newAddress()
  await signUp(world.deps, visitor, { name: 'Ada', email, password })
  const user = await world.db.user.findUniqueOrThrow({ where: { email } })
  return { user, actor: memberOf(user, { isEmailVerified: false }) }
}
const passwordWorks = async (email: string, tried: string) =>
  (await refusal(signInWithPassword(world.deps, visitor, { email, password: tried }))) === 'allowed'
const liveSessions = (userId: string) =>
  world.db.session.count({ where: { userId, revokedAt: null } })
const open = (userId: string) =>
  startSession(world.deps, { userId, method: 'password', userAgent: null, ipAddress: null })

describe('confirming an address', () => {
  it('happens once, however often the link is opened at once', async () => {
    const { user } = await signedUp()
    const token = await onlyMailed(user.email, 'verify-email')
    expect(await timesAtOnce(5, () => verifyEmail(world.deps, { token }))).toEqual([
      'allowed',
      ...Array(4).fill('link-invalid'),
    ])
  })

  it('is mailed anew on request: the newer link works, the older one does not', async () => {
    const { user, actor } = await signedUp()
    await resendVerification(world.deps, actor)
    const [older = '', newer = ''] = await mailed(user.email, 'verify-email')
    expect(await refusal(verifyEmail(world.deps, { token: older }))).toBe('link-invalid')
    expect(await refusal(verifyEmail(world.deps, { token: newer }))).toBe('allowed')
    await resendVerification(world.deps, actor)
    expect(await mailed(user.email, 'verify-email')).toHaveLength(2)
  })

  it('leaves one link of several that are asked for at once', async () => {
    const { user, actor } = await signedUp()
    expect(await timesAtOnce(4, () => resendVerification(world.deps, actor))).toEqual(
      Array(4).fill('allowed'),
    )
    const tokens = await mailed(user.email, 'verify-email')
    expect(tokens).toHaveLength(5)
    const outcomes = await atOnce(
      ...tokens.map((token) => () => verifyEmail(world.deps, { token })),
    )
    expect(outcomes.filter((outcome) => outcome === 'allowed')).toHaveLength(1)
  })

  it('says nothing about an address that the account has come to since', async () => {
    const { user } = await signedUp()
    const token = await onlyMailed(user.email, 'verify-email')
    await world.db.user.update({ where: { id: user.id }, data: { email: newAddress() } })
    expect(await refusal(verifyEmail(world.deps, { token }))).toBe('link-invalid')
    const after = await world.db.user.findUniqueOrThrow({ where: { id: user.id } })
    expect(after.emailVerified).toBeNull()
  })
})

describe('a link that signs in', () => {
  it('takes an account that nobody confirmed from whoever registered it', async () => {
    const { user } = await signedUp()
    await open(user.id)
    await requestSignInLink(world.deps, visitor, { email: user.email })
    const token = await onlyMailed(user.email, 'sign-in-link')
    expect(await signInWithLink(world.deps, { token })).toEqual({ userId: user.id })
    expect(await passwordWorks(user.email, password)).toBe(false)
    expect(await liveSessions(user.id)).toBe(0)
  })

  it('leaves a confirmed account its password and its sessions', async () => {
    const { user } = await signedUp()
    await verifyEmail(world.deps, { token: await onlyMailed(user.email, 'verify-email') })
    await open(user.id)
    await requestSignInLink(world.deps, visitor, { email: user.email })
    await signInWithLink(world.deps, { token: await onlyMailed(user.email, 'sign-in-link') })
    expect(await passwordWorks(user.email, password)).toBe(true)
    expect(await liveSessions(user.id)).toBe(1)
  })

  it('of an unknown address is one too, when it is asked for several times at once', async () => {
    const email = newAddress()
    await timesAtOnce(3, () => requestSignInLink(world.deps, visitor, { email }))
    const tokens = await mailed(email, 'sign-in-link')
    const outcomes = await atOnce(
      ...tokens.map((token) => () => signInWithLink(world.deps, { token })),
    )
    expect(outcomes).toEqual(['allowed', 'link-invalid', 'link-invalid'])
  })
})

describe('an outside identity', () => {
  const identity = (email: string, account = email) => ({
    provider: 'github',
    providerAccountId: `github-${account}`,
    type: 'oauth',
    email,
    isEmailVerified: true,
    name: 'Ada',
  })

  it('that comes for the first time in several browsers at once is one account', async () => {
    const email = newAddress()
    const results = await Promise.all(
      Array.from({ length: 5 }, () => signInWithIdentity(world.deps, identity(email))),
    )
    expect(new Set(results.map(({ userId }) => userId)).size).toBe(1)
    expect(await world.db.user.count({ where: { email } })).toBe(1)
    expect(await world.db.identity.count({ where: { user: { email } } })).toBe(1)
  })

  it('that comes at once under two addresses is linked to one account', async () => {
    const [one, two] = [newAddress(), newAddress()]
    const results = await Promise.all(
      [one, two, one, two].map((email) => signInWithIdentity(world.deps, identity(email, one))),
    )
    expect(new Set(results.map(({ userId }) => userId)).size).toBe(1)
    const linked = await world.db.identity.findMany({
      where: { providerAccountId: `github-${one}` },
    })
    expect(linked).toHaveLength(1)
  })
})

describe('setting a password', () => {
  it('works once with a link that is used several times at once', async () => {
    const { user } = await signedUp()
    await requestPasswordReset(world.deps, visitor, { email: user.email })
    const token = await onlyMailed(user.email, 'reset-password')
    const passwords = [1, 2, 3, 4].map((n) => `new password ${n}`)
    const outcomes = await Promise.all(
      passwords.map((next) => refusal(resetPassword(world.deps, { token, password: next }))),
    )
    const winners = passwords.filter((_, index) => outcomes[index] === 'allowed')
    expect(winners).toHaveLength(1)
    expect(await passwordWorks(user.email, winners[0] ?? '')).toBe(true)
  })

  it('leaves no second link behind when two were asked for at once', async () => {
    const { user } = await signedUp()
    await timesAtOnce(4, () => requestPasswordReset(world.deps, visitor, { email: user.email }))
    const tokens = await mailed(user.email, 'reset-password')
    expect(tokens).toHaveLength(4)
    const outcomes: string[] = []
    for (const token of tokens) {
      outcomes.push(await refusal(resetPassword(world.deps, { token, password: `${token}!` })))
    }
    expect(outcomes.filter((outcome) => outcome === 'allowed')).toHaveLength(1)
  })

  it('with the old one does not undo a reset of the same moment', async () => {
    const { user, actor } = await signedUp()
    const change = (newPassword: string) => () =>
      changePassword(world.deps, actor, { currentPassword: password, newPassword })
    expect(await atOnce(change('the first one'), change('the second one'))).toEqual([
      'allowed',
      'wrong-password',
    ])
    const current = (await passwordWorks(user.email, 'the first one'))
      ? 'the first one'
      : 'the second one'
    expect(await passwordWorks(user.email, current)).toBe(true)
  })
})
