import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCourse } from '../testing/factories'
import { createWorld, type World } from '../testing/world'
import { listSchemes } from './reads/schemes'
import { schemeDocument } from './schema/document'

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
