import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeCourse } from '../../testing/factories'
import { createWorld, type World } from '../../testing/world'
import { getPublicMedia } from './get-public-media'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const store = (key: string) =>
  world.db.media.create({
    data: { key, fileName: 'a.png', contentType: 'image/png', sizeBytes: 1, sha256: 'ab' },
  })

it('finds files that are stored and public', async () => {
  await store('guides/a.png')
  expect(await getPublicMedia(world.db, 'guides/a.png')).toMatchObject({ contentType: 'image/png' })
  expect(await getPublicMedia(world.db, 'guides/b.png')).toBeNull()
})

it('gives out neither private files nor the parts of a lesson', async () => {
  await store('private/a.png')
  await store('test/watch.webm')
  expect(await getPublicMedia(world.db, 'test/watch.webm')).not.toBeNull()
  await makeCourse(world.db)
  expect(await getPublicMedia(world.db, 'private/a.png')).toBeNull()
  expect(await getPublicMedia(world.db, 'test/watch.webm')).toBeNull()
})
