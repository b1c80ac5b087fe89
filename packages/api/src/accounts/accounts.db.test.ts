import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DomainError } from '../shared/errors'
import { visitor } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { createWorld, type World } from '../testing/world'
import { changePassword, requestPasswordReset, resetPassword } from './commands/password'
import { confirmEmailChange, requestEmailChange } from './commands/profile'
import { revokeOtherSessions, revokeSession, startSession } from './commands/sessions'
import {
  requestSignInLink,
  signInWithIdentity,
  signInWithLink,
  signInWithPassword,
} from './commands/sign-in'
import { signUp } from './commands/sign-up'
import { verifyEmail } from './commands/verify-email'
import { getMemberBySession } from './reads/current-member'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(() => world.db.rateLimit.deleteMany())

const reason = (error: unknown) => (error instanceof DomainError ? error.reason : error)
const refusal = (promise: Promise<unknown>) => promise.then(() => 'allowed', reason)

/** The secret in the link of the newest mail to an address. */
async function mailedToken(recipient: string, template: string): Promise<string> {
  const mail = await world.db.mailMessage.findFirstOrThrow({
    where: { recipient, template },
    orderBy: { createdAt: 'desc' },
  })
  const { url } = mail.params as { url: string }
  return new URL(url).searchParams.get('token') ?? ''
}

const password = 'correct horse battery'
const someone = (name: string) => ({ name: 'Ada', email: `${name}@example.test`, password })

async function signedIn(userId: string) {
  const sessionId = await startSession(world.deps, {
    userId,
    method: 'password',
    userAgent: 'test',
    ipAddress: null,
  })
  const member = await getMemberBySession(world.db, sessionId, {
    now: world.clock.now(),
    ipAddress: null,
  })
  if (!member) throw new Error('the session just started is live')
  return member
}

describe('signing up', () => {
  it('opens an account, mails a link, and the link confirms the address once', async () => {
    await signUp(world.deps, visitor, someone('new'))
    const token = await mailedToken('new@example.test', 'verify-email')
    const { userId } = await verifyEmail(world.deps, { token })
    const user = await world.db.user.findUniqueOrThrow({ where: { id: userId } })
    expect(user.emailVerified).toEqual(world.clock.now())
    expect(user.passwordHash).toMatch(/^\$argon2id\$/)
    expect(await refusal(verifyEmail(world.deps, { token }))).toBe('link-invalid')
  })

  it('says nothing different for an address that has an account, and tells its owner', async () => {
    const first = await signUp(world.deps, visitor, someone('twice'))
    const second = await signUp(world.deps, visitor, { ...someone('TWICE'), name: 'Eve' })
    expect(second).toEqual(first)
    const users = await world.db.user.findMany({ where: { email: 'twice@example.test' } })
    expect(users.map(({ name }) => name)).toEqual(['Ada'])
    const mails = await world.db.mailMessage.count({ where: { template: 'sign-up-existing' } })
    expect(mails).toBe(1)
  })

  it('makes one account when two requests race', async () => {
    await Promise.all(Array.from({ length: 4 }, () => signUp(world.deps, visitor, someone('race'))))
    expect(await world.db.user.count({ where: { email: 'race@example.test' } })).toBe(1)
  })

  it('is limited per origin', async () => {
    const tries = Array.from({ length: 21 }, (_, n) => someone(`limit-${n}`))
    const outcomes: unknown[] = []
    for (const input of tries) outcomes.push(await refusal(signUp(world.deps, visitor, input)))
    expect(outcomes.slice(0, 20).every((outcome) => outcome === 'allowed')).toBe(true)
    expect(outcomes[20]).toBe('too-many-attempts')
  })
})

describe('signing in with a password', () => {
  it('refuses unknown addresses, wrong passwords and closed accounts alike', async () => {
    await signUp(world.deps, visitor, someone('known'))
    const email = 'known@example.test'
    const { userId } = await signInWithPassword(world.deps, visitor, { email, password })
    const attempts = [
      { email, password: 'wrong password' },
      { email: 'nobody@example.test', password },
    ]
    for (const attempt of attempts) {
      expect(await refusal(signInWithPassword(world.deps, visitor, attempt))).toBe(
        'wrong-credentials',
      )
    }
    await world.db.user.update({ where: { id: userId }, data: { suspendedAt: new Date() } })
    expect(await refusal(signInWithPassword(world.deps, visitor, { email, password }))).toBe(
      'wrong-credentials',
    )
  })

  it('stops guessing after ten tries, also with the right password', async () => {
    await signUp(world.deps, visitor, someone('guessed'))
    const email = 'guessed@example.test'
    for (let n = 0; n < 10; n += 1) {
      await refusal(signInWithPassword(world.deps, visitor, { email, password: `guess ${n}` }))
    }
    expect(await refusal(signInWithPassword(world.deps, visitor, { email, password }))).toBe(
      'too-many-attempts',
    )
  })
})

describe('signing in with a link', () => {
  it('works once, confirms the address, and opens an account for a new one', async () => {
    await requestSignInLink(world.deps, visitor, { email: 'link@example.test' })
    const token = await mailedToken('link@example.test', 'sign-in-link')
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => refusal(signInWithLink(world.deps, { token }))),
    )
    expect(outcomes.filter((outcome) => outcome === 'allowed')).toHaveLength(1)
    const user = await world.db.user.findUniqueOrThrow({ where: { email: 'link@example.test' } })
    expect(user.emailVerified).not.toBeNull()
  })

  it('stops working when it is too old or a newer one was sent', async () => {
    await requestSignInLink(world.deps, visitor, { email: 'old@example.test' })
    const first = await mailedToken('old@example.test', 'sign-in-link')
    await requestSignInLink(world.deps, visitor, { email: 'old@example.test' })
    expect(await refusal(signInWithLink(world.deps, { token: first }))).toBe('link-invalid')
    const mails = await world.db.mailMessage.findMany({ where: { recipient: 'old@example.test' } })
    const tokens = mails.map(({ params }) =>
      new URL((params as { url: string }).url).searchParams.get('token'),
    )
    const second = tokens.find((token) => token !== first) ?? ''
    world.clock.advanceSeconds(15 * 60 + 1)
    expect(await refusal(signInWithLink(world.deps, { token: second }))).toBe('link-invalid')
  })
})

describe('an outside identity', () => {
  const identity = (email: string) => ({
    provider: 'google',
    providerAccountId: `google-${email}`,
    type: 'oidc',
    email,
    isEmailVerified: true,
    name: 'Ada',
  })

  it('links to the account with the same confirmed address, every time the same one', async () => {
    const user = await makeUser(world.db)
    const first = await signInWithIdentity(world.deps, identity(user.email))
    const second = await signInWithIdentity(world.deps, identity(user.email))
    expect([first.userId, second.userId]).toEqual([user.id, user.id])
  })

  it('takes over an account that nobody confirmed, without its password or sessions', async () => {
    await signUp(world.deps, visitor, someone('hijack'))
    const email = 'hijack@example.test'
    const attacker = await signInWithPassword(world.deps, visitor, { email, password })
    const session = await signedIn(attacker.userId)
    const owner = await signInWithIdentity(world.deps, identity(email))
    expect(owner.userId).toBe(attacker.userId)
    expect(await refusal(signInWithPassword(world.deps, visitor, { email, password }))).toBe(
      'wrong-credentials',
    )
    const context = { now: world.clock.now(), ipAddress: null }
    expect(await getMemberBySession(world.db, session.sessionId, context)).toBeNull()
  })

  it('is refused when its provider has not confirmed the address', async () => {
    const unproven = { ...identity('unproven@example.test'), isEmailVerified: false }
    expect(await refusal(signInWithIdentity(world.deps, unproven))).toBe(
      'identity-email-unverified',
    )
  })
})

describe('passwords', () => {
  it('are reset by mail, which ends every session', async () => {
    await signUp(world.deps, visitor, someone('reset'))
    const email = 'reset@example.test'
    const { userId } = await signInWithPassword(world.deps, visitor, { email, password })
    const member = await signedIn(userId)
    await requestPasswordReset(world.deps, visitor, { email })
    const token = await mailedToken(email, 'reset-password')
    await resetPassword(world.deps, { token, password: 'another password' })
    expect(await refusal(resetPassword(world.deps, { token, password }))).toBe('link-invalid')
    const context = { now: world.clock.now(), ipAddress: null }
    expect(await getMemberBySession(world.db, member.sessionId, context)).toBeNull()
    expect(
      await refusal(
        signInWithPassword(world.deps, visitor, { email, password: 'another password' }),
      ),
    ).toBe('allowed')
  })

  it('of an unknown address cannot be reset, and nothing tells', async () => {
    const before = await world.db.mailMessage.count()
    const outcome = requestPasswordReset(world.deps, visitor, { email: 'nobody@example.test' })
    expect(await outcome).toBeUndefined()
    expect(await world.db.mailMessage.count()).toBe(before)
  })

  it('are changed with the current one only, and sign out the other browsers', async () => {
    await signUp(world.deps, visitor, someone('change'))
    const email = 'change@example.test'
    const { userId } = await signInWithPassword(world.deps, visitor, { email, password })
    const [here, elsewhere] = [await signedIn(userId), await signedIn(userId)]
    const wrong = { currentPassword: 'not it at all', newPassword: 'a new password' }
    expect(await refusal(changePassword(world.deps, here, wrong))).toBe('wrong-password')
    await changePassword(world.deps, here, { ...wrong, currentPassword: password })
    const context = { now: world.clock.now(), ipAddress: null }
    expect(await getMemberBySession(world.db, here.sessionId, context)).not.toBeNull()
    expect(await getMemberBySession(world.db, elsewhere.sessionId, context)).toBeNull()
  })
})

describe('changing the address', () => {
  it('happens when the new mailbox confirms it, and only for who asked', async () => {
    const [ada, eve] = [await makeUser(world.db), await makeUser(world.db)]
    const [adaHere, eveHere] = [await signedIn(ada.id), await signedIn(eve.id)]
    await requestEmailChange(world.deps, adaHere, { newEmail: 'ada.new@example.test' })
    const token = await mailedToken('ada.new@example.test', 'change-email')
    expect(await refusal(confirmEmailChange(world.deps, eveHere, { token }))).toBe('link-invalid')
    await confirmEmailChange(world.deps, adaHere, { token })
    const { email } = await world.db.user.findUniqueOrThrow({ where: { id: ada.id } })
    expect(email).toBe('ada.new@example.test')
    const told = await world.db.mailMessage.count({
      where: { recipient: ada.email, template: 'email-changed' },
    })
    expect(told).toBe(1)
  })
})

describe('sessions', () => {
  it('end one by one, everywhere else at once, and never for somebody else', async () => {
    const [ada, eve] = [await makeUser(world.db), await makeUser(world.db)]
    const [here, phone, work] = [
      await signedIn(ada.id),
      await signedIn(ada.id),
      await signedIn(ada.id),
    ]
    const eveHere = await signedIn(eve.id)
    const context = { now: world.clock.now(), ipAddress: null }
    const isLive = async (member: { sessionId: string }) =>
      (await getMemberBySession(world.db, member.sessionId, context)) !== null
    await revokeSession(world.deps, eveHere, { sessionId: phone.sessionId })
    expect(await isLive(phone)).toBe(true)
    await revokeSession(world.deps, here, { sessionId: phone.sessionId })
    expect(await isLive(phone)).toBe(false)
    expect(await revokeOtherSessions(world.deps, here)).toBe(1)
    expect(await isLive(work)).toBe(false)
    expect(await isLive(here)).toBe(true)
    expect(await isLive(eveHere)).toBe(true)
  })

  it('end after thirty days without use, and go on while they are used', async () => {
    const here = await signedIn((await makeUser(world.db)).id)
    const day = 24 * 60 * 60
    const look = () =>
      getMemberBySession(world.db, here.sessionId, { now: world.clock.now(), ipAddress: null })
    world.clock.advanceSeconds(29 * day)
    expect(await look()).not.toBeNull()
    world.clock.advanceSeconds(29 * day)
    expect(await look()).not.toBeNull()
    world.clock.advanceSeconds(31 * day)
    expect(await look()).toBeNull()
  })
})
