import { afterAll, beforeAll, expect, it } from 'vitest'
import { memberOf } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { createWorld, type World } from '../testing/world'
import { createCaller } from './root'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

it('refuses a NUL anywhere in an input, which no text of the database can hold', async () => {
  const person = await makeUser(world.db)
  const caller = createCaller({
    actor: memberOf(person, { roles: ['admin'] }),
    deps: world.deps,
  })
  const profile = { name: 'Ada\0', locale: 'en', timeZone: 'UTC' }
  const refused = { code: 'BAD_REQUEST', message: 'invalid-input' }
  await expect(caller.accounts.updateProfile(profile)).rejects.toMatchObject(refused)
  await expect(caller.accounts.adminList({ search: '\0' })).rejects.toMatchObject(refused)
  await caller.accounts.updateProfile({ ...profile, name: 'Ada' })
})
