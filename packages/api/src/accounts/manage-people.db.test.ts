import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError } from '../shared/errors'
import type { StaffRole } from '../shared/staff-roles'
import { memberOf } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { createWorld, type World } from '../testing/world'
import { restorePerson, revokeSessionsOf, setRoles, suspendPerson } from './commands/manage-people'
import { startSession } from './commands/sessions'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'allowed',
    (error) => (error instanceof DomainError ? error.reason : error),
  )
const staff = async (...roles: StaffRole[]) => memberOf(await makeUser(world.db), { roles })
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
