import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../shared/actor'
import type { StaffRole } from '../shared/staff-roles'
import { memberOf } from '../testing/actors'
import { atOnce } from '../testing/at-once'
import { makeUser } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { createWorld, type World } from '../testing/world'
import { restorePerson, revokeSessionsOf, setRoles, suspendPerson } from './commands/manage-people'
import { startSession } from './commands/sessions'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const staff = async (...roles: StaffRole[]) =>
  memberOf(await makeUser(world.db, { roles: { create: roles.map((role) => ({ role })) } }), {
    roles,
  })
const rolesOf = async (userId: string) =>
  (await world.db.roleAssignment.findMany({ where: { userId }, orderBy: { role: 'asc' } })).map(
    ({ role }) => role,
  )
const reason = 'asked for by the person'

describe('roles', () => {
  it('are set exactly, once, and written to the audit log', async () => {
    const admin = await staff('admin')
    const { id: userId } = await makeUser(world.db)
    const input = { userId, roles: ['support', 'finance'] as StaffRole[], reason }
    await setRoles(world.deps, admin, input)
    await setRoles(world.deps, admin, input)
    await setRoles(world.deps, admin, { ...input, roles: ['finance'] })
    const rows = await world.db.roleAssignment.findMany({ where: { userId } })
    expect(rows.map(({ role }) => role)).toEqual(['finance'])
    const entries = await world.db.auditEntry.findMany({
      where: { entityId: userId },
      orderBy: { id: 'asc' },
    })
    expect(entries.map(({ before, after }) => ({ before, after }))).toEqual([
      { before: { roles: [] }, after: { roles: ['finance', 'support'] } },
      { before: { roles: ['finance', 'support'] }, after: { roles: ['finance'] } },
    ])
  })

  it('are changed by admins only, who keep their own', async () => {
    const [admin, support] = [await staff('admin'), await staff('support')]
    const { id: userId } = await makeUser(world.db)
    const input = { userId, roles: ['admin'] as StaffRole[], reason }
    expect(await refusal(setRoles(world.deps, support, input))).toBe('not-allowed')
    const own = { userId: admin.userId, roles: [], reason }
    expect(await refusal(setRoles(world.deps, admin, own))).toBe('own-admin-role')
  })

  it('are what one of two admins wished when both set them at once', async () => {
    const [one, two] = [await staff('admin'), await staff('admin')]
    const { id: userId } = await makeUser(world.db)
    const wish = (admin: Member, roles: StaffRole[]) => () =>
      setRoles(world.deps, admin, { userId, roles, reason })
    for (let round = 0; round < 5; round += 1) {
      await setRoles(world.deps, one, { userId, roles: [], reason })
      await atOnce(wish(one, ['support']), wish(two, ['finance']))
      expect(['finance', 'support']).toContain((await rolesOf(userId)).join())
    }
    const log = await world.db.auditEntry.findMany({
      where: { entityId: userId },
      orderBy: { id: 'asc' },
    })
    // Each entry begins with what the one before it left.
    expect(log.slice(1).map(({ before }) => before)).toEqual(
      log.slice(0, -1).map(({ after }) => after),
    )
  })

  it('leave one admin when two take the role from each other at once', async () => {
    const [one, two] = [await staff('admin'), await staff('admin')]
    const demote =
      (actor: Member, { userId }: Member) =>
      () =>
        setRoles(world.deps, actor, { userId, roles: [], reason })
    expect(await atOnce(demote(one, two), demote(two, one))).toEqual(['allowed', 'not-allowed'])
    expect([...(await rolesOf(one.userId)), ...(await rolesOf(two.userId))]).toEqual(['admin'])
  })

  it('that were taken away meanwhile count for nothing', async () => {
    const admin = await staff('admin')
    const { id: userId } = await makeUser(world.db)
    await world.db.roleAssignment.deleteMany({ where: { userId: admin.userId } })
    const input = { userId, roles: ['admin'] as StaffRole[], reason }
    expect(await refusal(setRoles(world.deps, admin, input))).toBe('not-allowed')
    expect(await refusal(suspendPerson(world.deps, admin, input))).toBe('not-allowed')
    expect(await rolesOf(userId)).toEqual([])
  })

  it('of somebody who does not exist are not found', async () => {
    const input = { userId: '0197f000-0000-7000-8000-000000000000', roles: [], reason }
    expect(await refusal(setRoles(world.deps, await staff('admin'), input))).toBe('not-found')
  })
})

describe('closing an account', () => {
  it('ends its sessions, happens once, and can be undone once', async () => {
    const support = await staff('support')
    const { id: userId } = await makeUser(world.db)
    await startSession(world.deps, { userId, method: 'link', userAgent: null, ipAddress: null })
    const input = { userId, reason }
    const outcomes = await Promise.all([
      refusal(suspendPerson(world.deps, support, input)),
      refusal(suspendPerson(world.deps, support, input)),
    ])
    expect(outcomes.sort()).toEqual(['allowed', 'person-already-suspended'])
    expect(await world.db.session.count({ where: { userId, revokedAt: null } })).toBe(0)
    await restorePerson(world.deps, support, input)
    expect(await refusal(restorePerson(world.deps, support, input))).toBe('person-not-suspended')
    expect(await world.db.auditEntry.count({ where: { entityId: userId } })).toBe(2)
  })

  it('is not for one’s own account, nor for staff unless by an admin', async () => {
    const [admin, support] = [await staff('admin'), await staff('support')]
    const colleague = await makeUser(world.db, { roles: { create: { role: 'finance' } } })
    const input = { userId: colleague.id, reason }
    expect(await refusal(suspendPerson(world.deps, support, input))).toBe('not-allowed')
    const own = { userId: admin.userId, reason }
    expect(await refusal(suspendPerson(world.deps, admin, own))).toBe('own-account')
    expect(await refusal(suspendPerson(world.deps, admin, input))).toBe('allowed')
    expect(await refusal(restorePerson(world.deps, support, input))).toBe('not-allowed')
    expect(await refusal(restorePerson(world.deps, admin, input))).toBe('allowed')
  })

  it('is not for learners, and takes somebody who exists', async () => {
    const [learner, support] = [await staff(), await staff('support')]
    const { id: userId } = await makeUser(world.db)
    const nobody = { userId: '0197f000-0000-7000-8000-000000000000', reason }
    for (const command of [suspendPerson, restorePerson, revokeSessionsOf]) {
      expect(await refusal(command(world.deps, learner, { userId, reason }))).toBe('not-allowed')
      expect(await refusal(command(world.deps, support, nobody))).toBe('not-found')
    }
    expect(await world.db.auditEntry.count({ where: { entityId: { in: [userId] } } })).toBe(0)
  })

  it('is done by one of two admins who close each other’s at once', async () => {
    const [one, two] = [await staff('admin'), await staff('admin')]
    const close =
      (actor: Member, { userId }: Member) =>
      () =>
        suspendPerson(world.deps, actor, { userId, reason })
    expect(await atOnce(close(one, two), close(two, one))).toEqual(['allowed', 'not-allowed'])
  })

  it('is undone by one of two who open it at once', async () => {
    const support = await staff('support')
    const { id: userId } = await makeUser(world.db, { suspendedAt: world.clock.now() })
    const restore = () => restorePerson(world.deps, support, { userId, reason })
    expect(await atOnce(restore, restore)).toEqual(['allowed', 'person-not-suspended'])
  })
})

it('signs somebody out everywhere and says how many sessions that ended', async () => {
  const { id: userId } = await makeUser(world.db)
  const session = { userId, method: 'link', userAgent: null, ipAddress: null }
  await startSession(world.deps, session)
  await startSession(world.deps, session)
  const support = await staff('support')
  expect(await revokeSessionsOf(world.deps, support, { userId, reason })).toBe(2)
  expect(await revokeSessionsOf(world.deps, support, { userId, reason })).toBe(0)
})
