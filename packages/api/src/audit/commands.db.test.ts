import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../shared/actor'
import { memberOf } from '../testing/actors'
import { timesAtOnce } from '../testing/at-once'
import { makeUser } from '../testing/factories'
import { createWorld, type World } from '../testing/world'
import { createCaller } from '../trpc/root'
import { deleteView, recordAudit, recordExport, saveView } from './commands'
import { listSavedViews } from './reads'

let world: World
let ada: Member
let eve: Member
beforeAll(async () => {
  world = await createWorld()
  ada = memberOf(await makeUser(world.db), { roles: ['support'] })
  eve = memberOf(await makeUser(world.db), { roles: ['admin'] })
})
afterAll(() => world.close())

const viewsOf = (actor: Member, table = 'orders') => listSavedViews(world.db, actor, table)

describe('a saved view', () => {
  it('is one of a name for each person and table, the last one saved', async () => {
    const view = { table: 'orders', name: 'Unpaid', query: 'status=awaiting_payment' }
    await saveView(world.deps, ada, view)
    await saveView(world.deps, ada, { ...view, query: 'status=expired' })
    await saveView(world.deps, ada, { ...view, table: 'people' })
    await saveView(world.deps, eve, view)
    expect(await viewsOf(ada)).toMatchObject([{ name: 'Unpaid', query: 'status=expired' }])
    expect(await viewsOf(eve)).toMatchObject([{ query: 'status=awaiting_payment' }])
  })

  it('is one when it is saved several times at once', async () => {
    const view = { table: 'reviews', name: 'Hidden', query: 'status=hidden' }
    expect(await timesAtOnce(6, () => saveView(world.deps, ada, view))).toEqual(
      Array(6).fill('allowed'),
    )
    expect(await viewsOf(ada, 'reviews')).toHaveLength(1)
  })

  it('is forgotten by its owner alone, and forgetting it again does nothing', async () => {
    await saveView(world.deps, ada, { table: 'imports', name: 'Mine', query: '' })
    const [view] = await viewsOf(ada, 'imports')
    const input = { id: view?.id ?? '' }
    await deleteView(world.deps, eve, input)
    expect(await viewsOf(ada, 'imports')).toHaveLength(1)
    await timesAtOnce(2, () => deleteView(world.deps, ada, input))
    expect(await viewsOf(ada, 'imports')).toEqual([])
    await deleteView(world.deps, ada, input)
  })

  it('is for staff: a learner has none to save', async () => {
    const { audit } = createCaller({
      actor: memberOf(await makeUser(world.db)),
      deps: world.deps,
    })
    const view = { table: 'orders', name: 'Mine', query: '' }
    await expect(audit.saveView(view)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(audit.recordExport(view)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('the audit log', () => {
  it('says who took which list out of the house, every time', async () => {
    const taken = { table: 'orders', query: 'status=paid' }
    await timesAtOnce(2, () => recordExport(world.deps, ada, taken))
    const entries = await world.db.auditEntry.findMany({ where: { action: 'list.export' } })
    const entry = { actorId: ada.userId, actorName: ada.email, entityId: 'orders' }
    expect(entries).toMatchObject([
      { ...entry, after: { query: 'status=paid' } },
      { ...entry, after: { query: 'status=paid' } },
    ])
  })

  it('is part of what it tells of: what is undone leaves no entry', async () => {
    const undone = world.db.$transaction(async (tx) => {
      await recordAudit(tx, ada, { action: 'test.undone', entityType: 'test', entityId: '1' })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await world.db.auditEntry.count({ where: { action: 'test.undone' } })).toBe(0)
  })

  it('is never changed, cut or emptied', async () => {
    await recordExport(world.deps, ada, { table: 'people', query: '' })
    const entry = await world.db.auditEntry.findFirstOrThrow({ where: { entityId: 'people' } })
    const { id } = entry
    const change = world.db.auditEntry.update({ where: { id }, data: { actorName: 'nobody' } })
    await expect(change).rejects.toThrow()
    await expect(world.db.auditEntry.delete({ where: { id } })).rejects.toThrow()
    await expect(world.db.$executeRaw`truncate audit_entries`).rejects.toThrow()
    expect(await world.db.auditEntry.findUnique({ where: { id } })).toEqual(entry)
  })
})
