import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../shared/actor'
import { memberOf, visitor } from '../testing/actors'
import { makeOffering, makeProvider, makeUser } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { createWorld, type World } from '../testing/world'
import {
  addMember,
  createProvider,
  deleteProvider,
  removeMember,
  updateProvider,
} from './commands/providers'
import { listAdminProviders, requireAdminProvider } from './reads/admin-providers'
import { getProviderBySlug, listProviders } from './reads/providers'

let world: World
let editor: Member
let support: Member
beforeAll(async () => {
  world = await createWorld()
  editor = memberOf(await makeUser(world.db), { roles: ['catalog_editor'] })
  support = memberOf(await makeUser(world.db), { roles: ['support'] })
})
afterAll(() => world.close())

const create = (name: string) =>
  createProvider(world.deps, editor, { name, kind: 'university' as const })

describe('providers', () => {
  it('are created with a slug of their own', async () => {
    const { slug } = await create('Harbour University')
    expect(slug).toBe('harbour-university')
    const twice = await Promise.all([1, 2].map(() => refusal(create('Pier College'))))
    expect(twice.sort()).toEqual(['allowed', 'slug-taken'])
    expect(await refusal(create('大学'))).toBe('slug-needed')
  })

  it('are changed once per version, cleaned, and written down', async () => {
    const { providerId } = await create('Change College')
    const { updatedAt } = await requireAdminProvider(world.db, providerId)
    const input = {
      providerId,
      updatedAt,
      changes: { shareBps: 8000, descriptionHtml: '<p>Hi<script>x</script></p>' },
    }
    const answers = await Promise.all(
      [1, 2].map(() => refusal(updateProvider(world.deps, editor, input))),
    )
    expect(answers.sort()).toEqual(['allowed', 'changed-meanwhile'])
    expect(await requireAdminProvider(world.db, providerId)).toMatchObject({
      shareBps: 8000,
      descriptionHtml: '<p>Hi</p>',
    })
    const log = await world.db.auditEntry.findMany({
      where: { entityId: providerId, action: 'provider.update' },
    })
    expect(log).toHaveLength(1)
    expect(log[0]).toMatchObject({ before: { shareBps: 7000 }, after: { shareBps: 8000 } })

    const { updatedAt: savedAt } = await requireAdminProvider(world.db, providerId)
    const again = { ...input, updatedAt: savedAt }
    expect(await updateProvider(world.deps, editor, again)).toEqual({ updatedAt: savedAt })
    const entries = { where: { entityId: providerId, action: 'provider.update' } }
    expect(await world.db.auditEntry.count(entries)).toBe(1)
  })

  it('are deleted while nothing hangs on them', async () => {
    const { providerId } = await create('Empty College')
    await deleteProvider(world.deps, editor, { providerId })
    await deleteProvider(world.deps, editor, { providerId })
    expect(await refusal(requireAdminProvider(world.db, providerId))).toBe('not-found')
    const { id } = await makeProvider(world.db)
    await makeOffering(world.db, { providerId: id })
    expect(await refusal(deleteProvider(world.deps, editor, { providerId: id }))).toBe(
      'provider-has-offerings',
    )
  })

  it('get members by address and lose them', async () => {
    const { providerId } = await create('Member College')
    const user = await makeUser(world.db)
    const input = { providerId, email: user.email.toUpperCase(), role: 'owner' as const }
    await addMember(world.deps, editor, input)
    await addMember(world.deps, editor, input)
    expect((await requireAdminProvider(world.db, providerId)).members).toMatchObject([
      { role: 'owner', user: { id: user.id } },
    ])
    const unknown = { ...input, email: 'nobody@example.test' }
    expect(await refusal(addMember(world.deps, editor, unknown))).toBe('no-such-account')
    await removeMember(world.deps, editor, { providerId, userId: user.id })
    await removeMember(world.deps, editor, { providerId, userId: user.id })
    const log = await world.db.auditEntry.count({
      where: { entityId: providerId, action: { contains: 'member' } },
    })
    expect(log).toBe(2)
  })

  it('are looked after by staff alone', async () => {
    const { id: providerId } = await makeProvider(world.db)
    const owner = memberOf(await makeUser(world.db), { providerIds: [providerId] })
    for (const actor of [visitor, support, owner]) {
      const { deps } = world
      const changes = { providerId, updatedAt: new Date(), changes: { shareBps: 10_000 } }
      expect(await refusal(createProvider(deps, actor, { name: 'X', kind: 'company' }))).toBe(
        'not-allowed',
      )
      expect(await refusal(updateProvider(deps, actor, changes))).toBe('not-allowed')
      expect(await refusal(deleteProvider(deps, actor, { providerId }))).toBe('not-allowed')
      const member = { providerId, email: editor.email, role: 'owner' as const }
      expect(await refusal(addMember(deps, actor, member))).toBe('not-allowed')
      expect(await refusal(removeMember(deps, actor, { providerId, userId: editor.userId }))).toBe(
        'not-allowed',
      )
    }
  })

  it('are public with what they have published', async () => {
    const { id, slug } = await makeProvider(world.db, { name: 'Public Institute' })
    await makeOffering(world.db, { providerId: id })
    await makeOffering(world.db, { providerId: id, data: { status: 'draft' } })
    const page = await getProviderBySlug(world.db, slug)
    expect(page).toMatchObject({ name: 'Public Institute', offeringCount: 1 })
    expect(page?.offerings).toHaveLength(1)
    const list = await listProviders(world.db, { q: 'public inst', page: 1, pageSize: 10 })
    expect(list.rows.map((row) => row.slug)).toEqual([slug])
    expect(await getProviderBySlug(world.db, 'nobody')).toBeNull()
    const table = await listAdminProviders(world.db, {
      page: 1,
      pageSize: 10,
      sort: 'offerings',
      direction: 'desc',
      search: 'public',
    })
    expect(table.rows[0]?._count.offerings).toBe(2)
  })
})
