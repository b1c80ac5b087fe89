import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../shared/actor'
import { memberOf } from '../../testing/actors'
import { makeProvider, makeUser } from '../../testing/factories'
import { refusal } from '../../testing/refusal'
import { createWorld, type World } from '../../testing/world'
import { createSkill, savePerson, saveTopic } from './shared-nouns'
import { uploadMedia } from './upload-media'

let world: World
let editor: Member
let learner: Member
beforeAll(async () => {
  world = await createWorld()
  editor = memberOf(await makeUser(world.db), { roles: ['catalog_editor'] })
  learner = memberOf(await makeUser(world.db))
})
afterAll(() => world.close())

async function* chunked(bytes: Buffer, size = 1000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const upload = (bytes: Buffer, fileName: string, actor: Member = editor) =>
  uploadMedia(world.deps, actor, { fileName, alt: 'A picture', content: chunked(bytes) })

const picture = () =>
  sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#369' } })
    .withExif({ IFD0: { Copyright: 'secret place' } })
    .jpeg()
    .toBuffer()

describe('uploading', () => {
  it('writes pictures anew, scaled and without what they carry', async () => {
    const media = await upload(await picture(), '../../etc/photo.png')
    expect(media).toMatchObject({
      contentType: 'image/webp',
      fileName: 'photo.png',
      width: 2560,
      height: 1280,
      alt: 'A picture',
    })
    const stored = Buffer.from(await world.deps.files.getBytes(media.key))
    expect((await sharp(stored).metadata()).exif).toBeUndefined()
    expect(stored.includes('secret place')).toBe(false)
  })
  it('keeps the same file once, also when it comes twice at the same time', async () => {
    const bytes = Buffer.from('%PDF-1.7 the same every time')
    const [one, two] = await Promise.all([upload(bytes, 'a.pdf'), upload(bytes, 'b.pdf')])
    expect(two?.id).toBe(one?.id)
    expect(await upload(bytes, 'c.pdf')).toEqual(one)
  })
  it.each([
    [
      'a drawing that can carry scripts',
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      'a.svg',
      'file-type-not-allowed',
    ],
    ['a page', '<!doctype html><p>', 'a.csv', 'file-type-not-allowed'],
    ['a program', 'MZ\u0090\u0000', 'a.png', 'file-type-not-allowed'],
    ['nothing', '', 'a.png', 'file-empty'],
    ['half a picture', '\u0089PNG\r\n\u001a\n garbage', 'a.png', 'image-unreadable'],
  ])('refuses %s', async (_, text, name, reason) => {
    expect(await refusal(upload(Buffer.from(text, 'latin1'), name))).toBe(reason)
  })
  it('refuses what is too large, before it has all of it', async () => {
    let sent = 0
    const endless = async function* () {
      yield Buffer.from('WEBVTT\n\n')
      for (; sent < 50_000_000; sent += 100_000) yield Buffer.alloc(100_000, 'x')
    }
    const attempt = uploadMedia(world.deps, editor, { fileName: 'a.vtt', content: endless() })
    expect(await refusal(attempt)).toBe('file-too-large')
    expect(sent).toBeLessThan(3_000_000)
  })
  it('is for those who write offerings', async () => {
    expect(await refusal(upload(Buffer.from('%PDF-'), 'a.pdf', learner))).toBe('not-allowed')
    const { id } = await makeProvider(world.db)
    const member = memberOf(await makeUser(world.db), { providerIds: [id] })
    expect(await refusal(upload(Buffer.from('%PDF-1'), 'a.pdf', member))).toBe('allowed')
  })
})

describe('skills, topics and people', () => {
  it('has one skill of a name, in any spelling of its case', async () => {
    const one = await createSkill(world.deps, editor, { name: 'Vector Search', kind: 'technical' })
    const two = await createSkill(world.deps, editor, { name: 'vector search', kind: 'technical' })
    expect(two).toEqual(one)
    const plus = await createSkill(world.deps, editor, { name: 'C plus plus', kind: 'technical' })
    const signs = await createSkill(world.deps, editor, { name: 'C++', kind: 'technical' })
    expect(signs.slug).not.toBe(plus.slug)
  })
  it('keeps topics a tree', async () => {
    const parent = await saveTopic(world.deps, editor, {
      name: 'Parent',
      description: '',
      parentId: null,
    })
    const child = await saveTopic(world.deps, editor, {
      name: 'Child',
      description: '',
      parentId: parent.id,
    })
    const loop = { topicId: parent.id, name: 'Parent', description: '', parentId: child.id }
    expect(await refusal(saveTopic(world.deps, editor, loop))).toBe('own-ancestor')
  })
  it('changes a person and says who is not there', async () => {
    const fields = { name: 'Ada', title: '', bio: '', providerId: null }
    const person = await savePerson(world.deps, editor, fields)
    const changed = await savePerson(world.deps, editor, {
      ...fields,
      personId: person.id,
      title: 'Dr',
    })
    expect(changed).toEqual(person)
    expect(
      await savePerson(world.deps, editor, { ...fields, personId: person.id, title: 'Dr' }),
    ).toEqual(person)
    const log = { where: { entityId: person.id } }
    expect(await world.db.auditEntry.count(log)).toBe(2)
    const nobody = { ...fields, personId: learner.userId }
    expect(await refusal(savePerson(world.deps, editor, nobody))).toBe('not-found')
  })
  it('are not for others', async () => {
    const skill = { name: 'X', kind: 'technical' as const }
    expect(await refusal(createSkill(world.deps, learner, skill))).toBe('not-allowed')
    const topic = { name: 'X', description: '', parentId: null }
    expect(await refusal(saveTopic(world.deps, learner, topic))).toBe('not-allowed')
    const person = { name: 'X', title: '', bio: '', providerId: null }
    expect(await refusal(savePerson(world.deps, learner, person))).toBe('not-allowed')
  })
})
