import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../shared/actor'
import { sha256 } from '../../shared/hash'
import { originOf } from '../../shared/origin'
import { type LimitName, limits } from '../../shared/rate-limit'
import { memberOf, visitor } from '../../testing/actors'
import { timesAtOnce } from '../../testing/at-once'
import { makeUser } from '../../testing/factories'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import { changePassword, requestPasswordReset } from './password'
import { requestEmailChange } from './profile'
import { requestSignInLink, signInWithPassword } from './sign-in'
import { signUp } from './sign-up'
import { resendVerification } from './verify-email'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(() => world.db.rateLimit.deleteMany())

const email = 'limited@example.test'
const input = { name: 'Ada', email, password: 'correct horse battery' }
const other: Actor = { type: 'visitor', ipAddress: '198.51.100.9' }

/** Leaves one attempt under a key, the way that attempts from elsewhere would. */
async function leaveOne(name: LimitName, key: string): Promise<void> {
  for (let used = 1; used < limits[name].points; used += 1) {
    await world.deps.limits.consume(name, key)
  }
}

type Attempt = {
  origin: LimitName
  address: LimitName
  run: (actor: Actor) => Promise<unknown>
}
const attempts: Record<string, Attempt> = {
  'signing up': {
    origin: 'signUpPerOrigin',
    address: 'mailPerAddress',
    run: (actor) => signUp(world.deps, actor, input),
  },
  'signing in with a wrong password': {
    origin: 'signInPerOrigin',
    address: 'signInPerAddress',
    run: (actor) => signInWithPassword(world.deps, actor, { email, password: 'a guess' }),
  },
  'asking for a link': {
    origin: 'mailPerOrigin',
    address: 'mailPerAddress',
    run: (actor) => requestSignInLink(world.deps, actor, input),
  },
  'asking for a reset': {
    origin: 'mailPerOrigin',
    address: 'mailPerAddress',
    run: (actor) => requestPasswordReset(world.deps, actor, input),
  },
}
const isLimited = async (attempt: Promise<unknown>) =>
  (await refusal(attempt)) === 'too-many-attempts'

describe.each(Object.entries(attempts))('%s', (_, { origin, address, run }) => {
  it('is limited per origin; others go on', async () => {
    await leaveOne(origin, originOf(visitor))
    expect(await isLimited(run(visitor))).toBe(false)
    expect(await isLimited(run(visitor))).toBe(true)
    expect(await isLimited(run(other))).toBe(false)
  })

  it('is limited per address, wherever the attempts come from', async () => {
    await leaveOne(address, sha256(email))
    expect(await isLimited(run(visitor))).toBe(false)
    expect(await isLimited(run(other))).toBe(true)
  })
})

describe('somebody who is signed in', () => {
  const signedIn = async () => memberOf(await makeUser(world.db, { emailVerified: null }))

  it('is limited in asking for mails, per address and per origin', async () => {
    const actor = await signedIn()
    const resend = () => refusal(resendVerification(world.deps, actor))
    const move = (newEmail: string) => refusal(requestEmailChange(world.deps, actor, { newEmail }))
    await leaveOne('mailPerAddress', sha256(actor.email))
    expect([await resend(), await resend()]).toEqual(['allowed', 'too-many-attempts'])
    await world.db.rateLimit.deleteMany()
    await leaveOne('mailPerAddress', sha256(email))
    expect([await move(email), await move(email)]).toEqual(['allowed', 'too-many-attempts'])
    await world.db.rateLimit.deleteMany()
    await leaveOne('mailPerOrigin', originOf(actor))
    expect(await move('one@example.test')).toBe('allowed')
    expect([await move('two@example.test'), await resend()]).toEqual([
      'too-many-attempts',
      'too-many-attempts',
    ])
  })

  it('is limited in guessing the current password', async () => {
    const actor = await signedIn()
    await leaveOne('signInPerAddress', sha256(actor.email))
    const guess = () => refusal(changePassword(world.deps, actor, { newPassword: input.password }))
    expect([await guess(), await guess()]).toEqual(['allowed', 'too-many-attempts'])
    await world.db.rateLimit.deleteMany()
    await leaveOne('signInPerOrigin', originOf(actor))
    const current = { currentPassword: 'a guess', newPassword: input.password }
    const again = () => refusal(changePassword(world.deps, actor, current))
    expect([await again(), await again()]).toEqual(['wrong-password', 'too-many-attempts'])
  })
})

it('counts attempts of the same moment one by one', async () => {
  const tries = limits.mailPerAddress.points + 5
  const outcomes = await timesAtOnce(tries, () =>
    requestPasswordReset(world.deps, other, { email: 'at-once@example.test' }),
  )
  expect(outcomes.filter((outcome) => outcome === 'allowed')).toHaveLength(
    limits.mailPerAddress.points,
  )
})
