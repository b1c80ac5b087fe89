import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOffering } from '../catalog/commands/create-offering'
import { savePerson } from '../catalog/commands/shared-nouns'
import { updateOffering } from '../catalog/commands/update-offering'
import type { Member } from '../shared/actor'
import { memberOf } from '../testing/actors'
import { atOnce, timesAtOnce } from '../testing/at-once'
import { makeOffering, makeProvider, makeUser } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { createWorld, type World } from '../testing/world'
import { addMember, deleteProvider, removeMember, updateProvider } from './commands/providers'

let world: World
let editor: Member
beforeAll(async () => {
  world = await createWorld()
  editor = memberOf(await makeUser(world.db), { roles: ['catalog_editor'] })
})
afterAll(() => world.close())

const update = (provider: { id: string; updatedAt: Date }, changes: { slug?: string }) => () =>
  updateProvider(world.deps, editor, {
    providerId: provider.id,
    updatedAt: provider.updatedAt,
    changes,
  })
const remove = (providerId: string) => () => deleteProvider(world.deps, editor, { providerId })
const auditOf = async (entityId: string) =>
  (await world.db.auditEntry.findMany({ where: { entityId }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  )

describe('a provider’s short name', () => {
  it('goes to one of two who take it at once; the other is told', async () => {
    const [one, two] = [await makeProvider(world.db), await makeProvider(world.db)]
    const slug = `wanted-${one.slug}`
    expect(await atOnce(update(one, { slug }), update(two, { slug }))).toEqual([
      'allowed',
      'slug-taken',
    ])
    expect(await world.db.provider.count({ where: { slug } })).toBe(1)
  })

  it('may be kept in a change, and is refused when it is another’s', async () => {
    const [one, two] = [await makeProvider(world.db), await makeProvider(world.db)]
    expect(await refusal(update(two, { slug: one.slug })())).toBe('slug-taken')
    expect(await refusal(update(one, { slug: one.slug })())).toBe('allowed')
  })
})

describe('a change of a provider', () => {
  it('is made once per version, however quickly they follow each other', async () => {
    const provider = await makeProvider(world.db, { updatedAt: new Date(Date.now() + 60_000) })
    expect(await timesAtOnce(4, update(provider, { slug: `new-${provider.slug}` }))).toEqual([
      'allowed',
      ...Array(3).fill('changed-meanwhile'),
    ])
    const gone = { ...provider, id: editor.userId }
    expect(await refusal(update(gone, {})())).toBe('not-found')
  })

  it('and its deletion at once end in one of the two, and the log tells which came first', async () => {
    const provider = await makeProvider(world.db)
    const outcomes = await Promise.all([
      refusal(update(provider, { slug: `new-${provider.slug}` })()),
      refusal(remove(provider.id)()),
    ])
    expect(outcomes[1]).toBe('allowed')
    expect(['allowed', 'not-found', 'changed-meanwhile']).toContain(outcomes[0])
    expect(await auditOf(provider.id)).toEqual(
      outcomes[0] === 'allowed' ? ['provider.update', 'provider.delete'] : ['provider.delete'],
    )
  })
})

describe('deleting a provider', () => {
  it('happens once when two do it at once', async () => {
    const { id } = await makeProvider(world.db)
    expect(await timesAtOnce(3, remove(id))).toEqual(Array(3).fill('allowed'))
    expect(await auditOf(id)).toEqual(['provider.delete'])
  })

  it('and an offering that is created for it at once: never an offering without a provider', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id: providerId } = await makeProvider(world.db)
      const create = () =>
        createOffering(world.deps, editor, {
          kind: 'course',
          origin: 'own',
          providerId,
          title: 'Just in time',
          level: 'beginner',
        })
      const calls = round % 2 ? [create, remove(providerId)] : [remove(providerId), create]
      const outcomes = await atOnce(...calls)
      expect([
        ['allowed', 'provider-has-offerings'],
        ['allowed', 'unknown-provider'],
      ]).toContainEqual(outcomes)
    }
  })

  it('and an offering or a person that moves to it at once: neither is left without it', async () => {
    const { id: providerId } = await makeProvider(world.db)
    const offering = await makeOffering(world.db, { data: { status: 'draft', publishedAt: null } })
    const move = () =>
      updateOffering(world.deps, editor, {
        offeringId: offering.id,
        version: 1,
        changes: { providerId },
      })
    const outcomes = await atOnce(remove(providerId), move)
    expect([
      ['allowed', 'provider-has-offerings'],
      ['allowed', 'unknown-reference'],
    ]).toContainEqual(outcomes)
    const { id: second } = await makeProvider(world.db)
    const person = { name: 'Ada Example', title: '', bio: '', providerId: second }
    const both = await atOnce(remove(second), () => savePerson(world.deps, editor, person))
    expect([
      ['allowed', 'allowed'],
      ['allowed', 'unknown-reference'],
    ]).toContainEqual(both)
  })

  it('and a member who is added at once: added before, or the provider is gone', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id: providerId } = await makeProvider(world.db)
      const input = { providerId, email: editor.email, role: 'editor' as const }
      const add = () => addMember(world.deps, editor, input)
      const calls = round % 2 ? [add, remove(providerId)] : [remove(providerId), add]
      expect([
        ['allowed', 'allowed'],
        ['allowed', 'not-found'],
      ]).toContainEqual(await atOnce(...calls))
      expect(await world.db.providerMember.count({ where: { providerId } })).toBe(0)
    }
  })
})

describe('a member', () => {
  it('who is added several times at once is added once, with one entry in the log', async () => {
    const { id: providerId } = await makeProvider(world.db)
    const { email } = await makeUser(world.db)
    const input = { providerId, email, role: 'editor' as const }
    expect(await timesAtOnce(5, () => addMember(world.deps, editor, input))).toEqual(
      Array(5).fill('allowed'),
    )
    expect(await world.db.providerMember.count({ where: { providerId } })).toBe(1)
    expect(await auditOf(providerId)).toEqual(['provider.add-member'])
  })

  it('has the last of two roles that are given at once, as the log says', async () => {
    const { id: providerId } = await makeProvider(world.db)
    const { email } = await makeUser(world.db)
    const give = (role: 'owner' | 'editor') => () =>
      addMember(world.deps, editor, { providerId, email, role })
    await atOnce(give('owner'), give('editor'))
    const entries = await world.db.auditEntry.findMany({
      where: { entityId: providerId },
      orderBy: { id: 'asc' },
    })
    const { role } = await world.db.providerMember.findFirstOrThrow({ where: { providerId } })
    const other = role === 'owner' ? 'editor' : 'owner'
    expect(entries).toMatchObject([
      { before: null, after: { role: other } },
      { before: { role: other }, after: { role } },
    ])
  })

  it('who is removed several times at once is removed once', async () => {
    const { id: providerId } = await makeProvider(world.db)
    const { id: userId, email } = await makeUser(world.db)
    await addMember(world.deps, editor, { providerId, email, role: 'owner' })
    await timesAtOnce(4, () => removeMember(world.deps, editor, { providerId, userId }))
    expect(await auditOf(providerId)).toEqual(['provider.add-member', 'provider.remove-member'])
  })
})
