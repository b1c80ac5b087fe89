import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeUser } from '../../testing/factories'
import { createWorld, type World } from '../../testing/world'
import { grantAdmin } from './grant-admin'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

it('makes an account an admin once, whatever the case of the address', async () => {
  const { email, id } = await makeUser(world.db)
  expect(await grantAdmin(world.deps, { email: email.toUpperCase() })).toEqual({ isNew: true })
  expect(await grantAdmin(world.deps, { email })).toEqual({ isNew: false })
  const roles = await world.db.roleAssignment.findMany({ where: { userId: id } })
  expect(roles.map(({ role }) => role)).toEqual(['admin'])
  expect(await world.db.auditEntry.count({ where: { entityId: id } })).toBe(1)
})

it('refuses an address without an account', async () => {
  await expect(grantAdmin(world.deps, { email: 'nobody@example.test' })).rejects.toThrow(
    'not-found',
  )
})

it('makes an account an admin once when it is asked several times at once', async () => {
  const { email, id } = await makeUser(world.db)
  const answers = await Promise.all([1, 2, 3, 4].map(() => grantAdmin(world.deps, { email })))
  expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1)
  expect(await world.db.auditEntry.count({ where: { entityId: id } })).toBe(1)
})
