import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { memberOf, visitor } from '../../testing/actors'
import { atOnce, timesAtOnce } from '../../testing/at-once'
import { makeUser } from '../../testing/factories'
import { mailedTokens } from '../../testing/mailed-tokens'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import { confirmEmailChange, requestEmailChange, updateProfile } from './profile'
import { signUp } from './sign-up'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(() => world.db.rateLimit.deleteMany())

const newAddress = () => `moved-${crypto.randomUUID()}@example.test`

describe('a profile', () => {
  it('is one’s own: name, language and time zone, the same again and again', async () => {
    const [user, bystander] = [await makeUser(world.db), await makeUser(world.db)]
    const profile = { name: 'Ada Byron', locale: 'de', timeZone: 'Europe/Berlin' }
    await timesAtOnce(3, () => updateProfile(world.deps, memberOf(user), profile))
    const find = (id: string) => world.db.user.findUniqueOrThrow({ where: { id } })
    expect(await find(user.id)).toMatchObject({ ...profile, email: user.email })
    expect(await find(bystander.id)).toMatchObject({ name: bystander.name, locale: 'en' })
  })
})

describe('moving to another address', () => {
  /** Somebody who has asked for an address, and the link that was mailed there. */
  async function asking(newEmail: string) {
    const user = await makeUser(world.db)
    const actor = memberOf(user)
    const before = await mailedTokens(world.db, newEmail, 'change-email')
    await requestEmailChange(world.deps, actor, { newEmail })
    const after = await mailedTokens(world.db, newEmail, 'change-email')
    const token = after.find((one) => !before.includes(one))
    if (!token) throw new Error('no link was mailed')
    return { user, confirm: () => confirmEmailChange(world.deps, actor, { token }) }
  }

  it('happens once with a link that is used several times at once', async () => {
    const { user, confirm } = await asking(newAddress())
    expect(await timesAtOnce(4, confirm)).toEqual(['allowed', ...Array(3).fill('link-invalid')])
    const told = await world.db.mailMessage.count({
      where: { recipient: user.email, template: 'email-changed' },
    })
    expect(told).toBe(1)
  })

  it('gives an address that two want at the same moment to one of them', async () => {
    const newEmail = newAddress()
    const [ada, eve] = [await asking(newEmail), await asking(newEmail)]
    expect(await atOnce(ada.confirm, eve.confirm)).toEqual(['allowed', 'link-invalid'])
    const addresses = await world.db.user.findMany({
      where: { id: { in: [ada.user.id, eve.user.id] } },
      select: { email: true },
    })
    const old = [ada.user.email, eve.user.email]
    expect(addresses.filter(({ email }) => email === newEmail)).toHaveLength(1)
    expect(addresses.filter(({ email }) => old.includes(email))).toHaveLength(1)
  })

  it('does not take the address of an account that is opened at the same moment', async () => {
    const newEmail = newAddress()
    const { user, confirm } = await asking(newEmail)
    await Promise.all([
      refusal(confirm()),
      signUp(world.deps, visitor, { name: 'Eve', email: newEmail, password: 'correct horse' }),
    ])
    expect(await world.db.user.count({ where: { email: newEmail } })).toBe(1)
    expect(await world.db.user.count({ where: { id: user.id } })).toBe(1)
  })

  it('sends nothing to an address that has an account, and says nothing', async () => {
    const known = await makeUser(world.db)
    const actor = memberOf(await makeUser(world.db))
    await requestEmailChange(world.deps, actor, { newEmail: known.email.toUpperCase() })
    expect(await world.db.mailMessage.count({ where: { recipient: known.email } })).toBe(0)
  })
})
