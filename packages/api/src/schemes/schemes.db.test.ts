import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { memberOf } from '../testing/actors'
import { makeCourse, makeUser } from '../testing/factories'
import { refusal } from '../testing/refusal'
import { createWorld, type World } from '../testing/world'
import { publishScheme } from './commands/publish-scheme'
import { listAdminSchemes, requireAdminScheme } from './reads/admin-schemes'
import { requireEvidencePack } from './reads/evidence-pack'
import { listSchemes } from './reads/schemes'
import { schemeDocument } from './schema/document'
import { mustBeZero } from './schema/evidence'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const document = schemeDocument.parse(
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, '../../../db/seed/schemes/certified-kubernetes-administrator.json'),
      'utf8',
    ),
  ),
)

async function makeCertification(status: 'published' | 'draft' = 'published') {
  const { offering } = await makeCourse(world.db)
  return await world.db.offering.update({
    where: { id: offering.id },
    data: { kind: 'certification', origin: 'external', status },
  })
}

const publish = (offeringId: string, number: number, code = 'CKA') =>
  world.db.schemeVersion.create({
    data: { offeringId, number, document: { ...document, code }, publishedAt: world.clock.now() },
  })

test('the newest version of a published certification is read', async () => {
  const { id, slug } = await makeCertification()
  const draft = await makeCertification('draft')
  await publish(draft.id, 1)
  await publish(id, 1)
  await publish(id, 2, 'CKA-2')
  const [scheme, ...others] = await listSchemes(world.db, [slug, draft.slug])
  expect(others).toEqual([])
  expect(scheme).toMatchObject({ slug, version: 2, document: { code: 'CKA-2' } })
})

test('versions follow each other, stay as they are, and belong to certifications alone', async () => {
  const { id } = await makeCertification()
  await publish(id, 1)
  await expect(publish(id, 3)).rejects.toThrow(/does not follow/)
  await expect(
    world.db.schemeVersion.updateMany({ where: { offeringId: id }, data: { document: {} } }),
  ).rejects.toThrow()
  await expect(world.db.schemeVersion.deleteMany({ where: { offeringId: id } })).rejects.toThrow()
  const { offering } = await makeCourse(world.db)
  await expect(publish(offering.id, 1)).rejects.toThrow(/only a certification/)
})

const staffOf = async (role: 'catalog_editor' | 'exam_board' | 'support') =>
  memberOf(await makeUser(world.db), { roles: [role] })

test('staff publishes the next version once, on top of the last, and nothing that is the same', async () => {
  const { id, slug } = await makeCertification()
  const editor = await staffOf('catalog_editor')
  const next = (version: number, code: string) =>
    publishScheme(world.deps, editor, {
      slug,
      version,
      document: { ...document, code },
      reason: 'read again',
    })
  expect(await next(0, 'A')).toEqual({ version: 1 })
  const both = await Promise.all([refusal(next(1, 'B')), refusal(next(1, 'C'))])
  expect(both.sort()).toEqual(['allowed', 'changed-meanwhile'])
  const { version, document: stored } = await requireAdminScheme(world.db, slug)
  expect(version).toBe(2)
  expect(await refusal(next(2, stored?.code ?? ''))).toBe('nothing-changed')
  expect(world.expired).toContain(`offering:${id}`)
  expect(await world.db.auditEntry.count({ where: { entityId: id } })).toBe(2)
})

test('60 the rules of our own certifications are the board’s, not those of who edits the catalogue', async () => {
  const { id, slug } = await makeCertification()
  await world.db.offering.update({ where: { id }, data: { origin: 'own' } })
  const input = { slug, version: 0, document, reason: 'first edition' }
  const tried = async (role: 'catalog_editor' | 'exam_board' | 'support') =>
    await refusal(publishScheme(world.deps, await staffOf(role), input))
  expect(await tried('support')).toBe('not-allowed')
  expect(await tried('catalog_editor')).toBe('scheme-of-the-board')
  expect(await tried('exam_board')).toBe('allowed')
})

test('what was read a year ago is due, and comes first', async () => {
  const { id, slug } = await makeCertification()
  const read = { title: 'The body', url: null, verifiedOn: '2020-01-01' }
  const sources = Object.fromEntries(Object.keys(document.sources).map((key) => [key, read]))
  await world.db.schemeVersion.create({
    data: {
      offeringId: id,
      number: 1,
      document: { ...document, sources },
      publishedAt: world.clock.now(),
    },
  })
  const [first] = await listAdminSchemes(world.db, world.clock.now())
  expect(first).toMatchObject({ slug, isDue: true, checkedOn: '2020-01-01', version: 1 })
})

test('the evidence of a certification of our own counts what is on record, and broken rules as zero', async () => {
  const { id, slug } = await makeCertification()
  const now = world.clock.now()
  expect(await refusal(requireEvidencePack(world.db, slug, now))).toBe('not-found')
  await world.db.offering.update({ where: { id }, data: { origin: 'own' } })
  await publish(id, 1)
  const { clauses } = await requireEvidencePack(world.db, slug, now)
  const figures = clauses.flatMap((clause) => clause.figures)
  expect(figures).toContainEqual({ key: 'schemeVersions', count: 1 })
  expect(figures.filter(({ key, count }) => mustBeZero.includes(key) && count > 0)).toEqual([])
})
