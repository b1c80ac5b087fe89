import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeOffering } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { makeMember } from '../testing/seats'
import { createWorld, type World } from '../testing/world'
import { removeHeld } from './commands/remove-held'
import { endFeed, renewFeed } from './commands/renew-feed'
import { saveHeld } from './commands/save-held'
import { getRenewalFeed } from './reads/renewal-feed'
import { listWallet } from './reads/wallet'
import { type HeldInput, heldInput, maxHeld } from './schema'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const told = (fields: Partial<Record<keyof HeldInput, string>> = {}): HeldInput =>
  heldInput.parse({
    id: randomUUID(),
    title: 'Cloud architect',
    issuer: 'A body',
    earnedOn: '2025-03-01',
    validUntil: '2028-03-01',
    ...fields,
  })
const wallet = (userId: string) => listWallet(world.db, userId, 'https://archway.test')

describe('what somebody says they hold', () => {
  test('is kept once however often the form is sent, changed, and forgotten', async () => {
    const member = await makeMember(world)
    const input = told()
    await Promise.all([1, 2, 3].map(() => saveHeld(world.deps, member, input)))
    expect(await wallet(member.userId)).toMatchObject([{ kind: 'told', title: 'Cloud architect' }])
    await saveHeld(world.deps, member, { ...input, number: 'X-1' })
    expect(await wallet(member.userId)).toMatchObject([{ number: 'X-1' }])
    await removeHeld(world.deps, member, input)
    await removeHeld(world.deps, member, input)
    expect(await wallet(member.userId)).toEqual([])
  })

  test('is nobody else’s to change, to forget or to see', async () => {
    const [owner, other] = [await makeMember(world), await makeMember(world)]
    const input = told()
    await saveHeld(world.deps, owner, input)
    expect(await refusal(saveHeld(world.deps, other, { ...input, number: 'mine' }))).toBe(
      'changed-meanwhile',
    )
    await removeHeld(world.deps, other, input)
    expect(await wallet(owner.userId)).toMatchObject([{ number: null }])
    expect(await wallet(other.userId)).toEqual([])
  })

  test('takes its name and its days from a certification that is listed', async () => {
    const member = await makeMember(world)
    const offering = await makeOffering(world.db, { data: { kind: 'certification' } })
    await world.db.schemeVersion.create({
      data: {
        offeringId: offering.id,
        number: 1,
        publishedAt: world.clock.now(),
        document: {
          schemaVersion: 1,
          code: null,
          status: 'open',
          sources: { s: { title: 'The body', url: null, verifiedOn: '2026-01-01' } },
          blueprint: null,
          prerequisites: null,
          exam: null,
          scoring: null,
          attempts: null,
          booking: null,
          fees: null,
          validity: { months: 24, source: 's' },
          renewal: {
            options: [{ kind: 'exam', title: 'Sit it again', fee: null }],
            opensDaysBefore: 60,
            graceDays: 30,
            source: 's',
          },
          accommodations: null,
          agreements: null,
          appeals: null,
        },
      },
    })
    const input = told({ slug: offering.slug, title: '', issuer: '', validUntil: '' })
    await saveHeld(world.deps, member, input)
    expect(await wallet(member.userId)).toMatchObject([
      {
        title: offering.title,
        slug: offering.slug,
        validUntil: '2027-03-01',
        opensOn: '2026-12-31',
        closesOn: '2027-03-31',
      },
    ])
    expect(await refusal(saveHeld(world.deps, member, told({ slug: 'no-such-thing' })))).toBe(
      'not-found',
    )
  })

  test('is refused for a day to come, an end before its beginning, without a name, and when there are too many', async () => {
    const member = await makeMember(world)
    const day = new Date(world.clock.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10)
    const ahead = told({ earnedOn: day, validUntil: '' })
    expect(await refusal(saveHeld(world.deps, member, ahead))).toBe('day-in-future')
    expect(() => told({ validUntil: '2025-03-01' })).toThrow('end-before-start')
    expect(() => told({ title: '' })).toThrow('field-required')
    expect(() => told({ url: 'javascript:alert(1)' })).toThrow('url-invalid')
    await world.db.heldCertification.createMany({
      data: Array.from({ length: maxHeld - 1 }, () => ({
        userId: member.userId,
        title: 'T',
        issuer: 'I',
        earnedOn: new Date('2025-01-01T00:00:00Z'),
      })),
    })
    const both = await Promise.all([
      refusal(saveHeld(world.deps, member, told())),
      refusal(saveHeld(world.deps, member, told())),
    ])
    expect(both.sort()).toEqual(['allowed', 'too-many-held'])
  })
})

describe('the feed', () => {
  const read = (token: string) =>
    getRenewalFeed(world.db, token, { now: world.clock.now(), appUrl: 'https://archway.test' })

  test('is read by who has its address, until that is made anew or ended', async () => {
    const member = await makeMember(world)
    await saveHeld(world.deps, member, told({ validUntil: '2999-01-01' }))
    const first = await renewFeed(world.deps, member)
    expect(await read(first.token)).toMatchObject([{ kind: 'ends', on: '2998-12-31' }])
    expect(await read(`${first.token}x`)).toBeNull()
    const second = await renewFeed(world.deps, member)
    expect(await read(first.token)).toBeNull()
    expect(await read(second.token)).toHaveLength(1)
    await endFeed(world.deps, member)
    expect(await read(second.token)).toBeNull()
  })

  test('is closed while the account is', async () => {
    const member = await makeMember(world)
    const { token } = await renewFeed(world.deps, member)
    await world.db.user.update({
      where: { id: member.userId },
      data: { suspendedAt: world.clock.now() },
    })
    expect(await read(token)).toBeNull()
  })
})
