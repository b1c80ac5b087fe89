import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { revokeSessionsOf, setRoles, suspendPerson } from '../../accounts/commands/manage-people'
import { startSession } from '../../accounts/commands/sessions'
import { getMemberBySession } from '../../accounts/reads/current-member'
import { addMember, removeMember } from '../../providers/commands/providers'
import type { Actor, Member } from '../../shared/actor'
import type { StaffRole } from '../../shared/staff-roles'
import { memberOf } from '../../testing/actors'
import { makeProvider, makeUser } from '../../testing/factories'
import { createWorld, type World } from '../../testing/world'
import { createCaller } from '../root'

let world: World
let admin: Member
beforeAll(async () => {
  world = await createWorld()
  admin = memberOf(await makeUser(world.db, { roles: { create: { role: 'admin' } } }), {
    roles: ['admin'],
  })
})
afterAll(() => world.close())

const reason = 'asked for by the board'

/**
 * Somebody who is signed in, and their calls as the site makes them: the cookie names a session, and
 * for every request the session, the roles and the memberships are read from the database.
 */
async function signedIn(...roles: StaffRole[]) {
  const user = await makeUser(world.db, { roles: { create: roles.map((role) => ({ role })) } })
  const sessionId = await startSession(world.deps, {
    userId: user.id,
    method: 'password',
    userAgent: null,
    ipAddress: null,
  })
  const visitor: Actor = { type: 'visitor', ipAddress: null }
  const request = async () => {
    const context = { now: world.clock.now(), ipAddress: null }
    const actor = (await getMemberBySession(world.db, sessionId, context)) ?? visitor
    return createCaller({ actor, deps: world.deps })
  }
  return { user, request }
}
const codeOf = (answer: Promise<unknown>): Promise<string> =>
  answer.then(
    () => 'allowed',
    (error: { code: string }) => error.code,
  )
type Caller = Awaited<ReturnType<Awaited<ReturnType<typeof signedIn>>['request']>>

const orderId = '0197f000-0000-7000-8000-000000000000'
/** A call for each kind of staff action; the order does not exist, which only those let in are told. */
const calls: { role: StaffRole; letIn: string; call: (caller: Caller) => Promise<unknown> }[] = [
  {
    role: 'finance',
    letIn: 'NOT_FOUND',
    call: ({ orders }) => orders.refund({ orderId, requestId: orderId, reason }),
  },
  { role: 'support', letIn: 'NOT_FOUND', call: ({ orders }) => orders.resync({ orderId }) },
  {
    role: 'catalog_editor',
    letIn: 'allowed',
    call: ({ providers }) =>
      providers.create({ name: `College ${crypto.randomUUID()}`, kind: 'university' }),
  },
  {
    role: 'admin',
    letIn: 'NOT_FOUND',
    call: ({ accounts }) => accounts.adminSetRoles({ userId: orderId, roles: [], reason }),
  },
]

describe.each(calls)('a $role', ({ role, letIn, call }) => {
  it('is one from the next call after the role was given, and none from the next after it is taken', async () => {
    const { user, request } = await signedIn()
    const set = (roles: StaffRole[]) =>
      setRoles(world.deps, admin, { userId: user.id, roles, reason })
    expect(await codeOf(call(await request()))).toBe('FORBIDDEN')
    await set([role])
    expect(await codeOf(call(await request()))).toBe(letIn)
    await set([])
    expect(await codeOf(call(await request()))).toBe('FORBIDDEN')
  })

  it('whose account is closed, or who is signed out by staff, is a stranger at the next call', async () => {
    for (const end of [suspendPerson, revokeSessionsOf]) {
      const { user, request } = await signedIn(role)
      expect(await codeOf(call(await request()))).toBe(letIn)
      await end(world.deps, admin, { userId: user.id, reason })
      expect(await codeOf(call(await request()))).toBe('UNAUTHORIZED')
    }
  })
})

it('somebody who leaves a provider may write nothing for it from the next call on', async () => {
  const { user, request } = await signedIn()
  const { id: providerId } = await makeProvider(world.db)
  const create = async () =>
    (await request()).catalog.create({
      kind: 'course',
      origin: 'own',
      providerId,
      title: 'A course of ours',
      level: 'beginner',
    })
  expect(await codeOf(create())).toBe('FORBIDDEN')
  await addMember(world.deps, admin, { providerId, email: user.email, role: 'editor' })
  expect(await codeOf(create())).toBe('allowed')
  await removeMember(world.deps, admin, { providerId, userId: user.id })
  expect(await codeOf(create())).toBe('FORBIDDEN')
})

it('somebody who signs out elsewhere is a visitor there at the next call', async () => {
  const { user, request } = await signedIn()
  const elsewhere = await startSession(world.deps, {
    userId: user.id,
    method: 'link',
    userAgent: null,
    ipAddress: null,
  })
  expect(await (await request()).accounts.sessions()).toHaveLength(2)
  const context = { now: world.clock.now(), ipAddress: null }
  const other = await getMemberBySession(world.db, elsewhere, context)
  if (!other) throw new Error('the other session is live')
  const caller = createCaller({ actor: other, deps: world.deps })
  expect(await caller.accounts.revokeOtherSessions()).toEqual({ count: 1 })
  expect(await codeOf((await request()).accounts.own())).toBe('UNAUTHORIZED')
})
