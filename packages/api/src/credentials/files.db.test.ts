import jsqr from 'jsqr'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { classroomsOf } from '../testing/classroom'
import { verifyOurselves } from '../testing/verifiers'
import { createWorld, type World } from '../testing/world'
import { claimCredential } from './commands/claim-credential'
import { asciiJson, bakePng, bakeSvg } from './images/bake'
import { documentIn } from './images/extract'
import { qrPath, qrTextOf } from './images/qr'
import { onCredentialIssued } from './jobs'
import { certificateFileKey } from './rules/file-key'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
const rooms = classroomsOf(() => world)

async function issued(name: string) {
  const room = await rooms.open()
  await rooms.finish(room)
  const input = { enrolmentId: room.enrolmentId, name }
  const { credentialId } = await claimCredential(world.deps, room.actor, input)
  const { document } = await world.db.credential.findUniqueOrThrow({ where: { id: credentialId } })
  return { credentialId, document: document ?? '' }
}

const picture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } })
    .png()
    .toBuffer()

test('73 baked PNG/SVG ASCII: the picture stays one, and what it carries is still sound', async () => {
  const { document } = await issued('Zoë {O’Brien} 日本')
  const baked = bakePng(await picture(), document)
  expect((await sharp(baked).metadata()).width).toBe(8)
  const found = documentIn(baked) ?? ''
  expect(found).toMatch(/^[ -~]+$/)
  expect(JSON.parse(found)).toEqual(JSON.parse(document))
  expect(await verifyOurselves(world, JSON.parse(found))).toMatchObject({ proof: 'sound' })
  // What counts braces finds where it ends.
  expect(asciiJson(document).replace(/[^{]/g, '')).toHaveLength(
    asciiJson(document).replace(/[^}]/g, '').length,
  )
  const svg = bakeSvg(
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"></svg>',
    document,
  )
  expect((await sharp(Buffer.from(svg)).metadata()).width).toBe(8)
  expect(documentIn(Buffer.from(svg))).toBe(found)
  expect(() => bakeSvg('<p>no picture</p>', document)).toThrow(/SVG/)
})

test('74 PDF attachment identical bytes; QR decodes', async () => {
  const { credentialId, document } = await issued('Zoë O’Brien')
  await onCredentialIssued(world.deps, { credentialId })
  const bytes = Buffer.from(await world.deps.files.getBytes(certificateFileKey(credentialId)))
  expect(documentIn(bytes)).toBe(document)
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise
  const attached = Object.values((await pdf.getAttachments()) ?? {}) as { content: Uint8Array }[]
  expect(attached.map(({ content }) => Buffer.from(content).toString('utf8'))).toEqual([document])
  const { items } = await (await pdf.getPage(1)).getTextContent()
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ')
  expect(text.replace(/\s+/g, ' ')).toContain('Zoë O’Brien')

  const said = qrTextOf(world.deps.appUrl, credentialId)
  const { size, path } = qrPath(said)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 ${size + 8} ${size + 8}" width="400" height="400"><rect x="-4" y="-4" width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(said)
  expect(new URL(said).searchParams.get('vc')).toBe(
    `${world.deps.appUrl}/api/credentials/${credentialId}.json`,
  )
})

test('files that carry nothing, too much, or pretend to, are no credentials', async () => {
  expect(documentIn(await picture())).toBeNull()
  expect(documentIn(Buffer.from('%PDF-1.7 /EmbeddedFile stream endstream'))).toBeNull()
  expect(documentIn(Buffer.from('hello'))).toBeNull()
  expect(documentIn(Buffer.concat([Buffer.from('{"a":"'), Buffer.alloc(600_000, 97)]))).toBeNull()
  expect(documentIn(Buffer.alloc(5_000_000, 123))).toBeNull()
  expect(() => bakePng(Buffer.from('no picture'), '{}')).toThrow(/PNG/)
})
