import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { invalid } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canUpload } from '../policy'
import { type FileType, fileTypeOf, MAX_UPLOAD_BYTES, SNIFF_BYTES } from '../rules/file-type'
import type { MediaDto } from '../schema/content'

/** Longer side of a stored picture, in pixels; larger ones are scaled down. */
const MAX_SIDE = 2560
/** Pixels that are decoded at most: a small file can claim to be enormous. */
const MAX_PIXELS = 60_000_000

/**
 * Stores an uploaded file and tells its key. The type is what the bytes say; pictures are decoded and
 * written anew as WebP, which takes everything out that is not a picture (position, camera, anything
 * hidden). A file that is there already is not stored twice: the same bytes give the same key. What is
 * too large or not of a known kind is refused and leaves nothing behind.
 */
export async function uploadMedia(
  deps: Deps,
  actor: Actor,
  input: { fileName: string; alt?: string; content: AsyncIterable<Uint8Array> },
): Promise<MediaDto> {
  enforce(canUpload(actor))
  const fileName = input.fileName.replace(/^.*[\\/]/, '').slice(0, 200) || 'file'
  const folder = await mkdtemp(join(tmpdir(), 'archway-upload-'))
  try {
    const path = join(folder, randomUUID())
    const received = await receive(input.content, path, fileName)
    const stored = received.type.family === 'image' ? await asPicture(path) : asIs(received)
    const key = `media/${stored.sha256.slice(0, 2)}/${stored.sha256}.${stored.extension}`
    const known = await deps.db.media.findUnique({ where: { key }, select: mediaSelect })
    if (known) return known
    if (stored.bytes === null) {
      await deps.files.putStream(key, createReadStream(path), { contentType: stored.contentType })
    } else {
      await deps.files.put(key, stored.bytes, { contentType: stored.contentType })
    }
    return await deps.db.$transaction(async (tx) => {
      const [row] = await tx.media.createManyAndReturn({
        data: [
          {
            key,
            fileName,
            contentType: stored.contentType,
            sizeBytes: stored.sizeBytes,
            sha256: stored.sha256,
            width: stored.width,
            height: stored.height,
            alt: input.alt?.slice(0, 300) ?? '',
            createdBy: actor.type === 'member' ? actor.userId : null,
            createdAt: deps.clock.now(),
          },
        ],
        skipDuplicates: true,
        select: mediaSelect,
      })
      if (!row) return await tx.media.findUniqueOrThrow({ where: { key }, select: mediaSelect })
      await recordAudit(tx, actor, {
        action: 'media.upload',
        entityType: 'media',
        entityId: row.id,
        after: { key, fileName, contentType: stored.contentType, sizeBytes: stored.sizeBytes },
      })
      return row
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const mediaSelect = {
  id: true,
  key: true,
  fileName: true,
  contentType: true,
  sizeBytes: true,
  width: true,
  height: true,
  alt: true,
} as const

type Received = { type: FileType; sizeBytes: number; sha256: string }

/** Writes the content to a file, giving up as soon as it is too large or of no known kind. */
async function receive(
  content: AsyncIterable<Uint8Array>,
  path: string,
  fileName: string,
): Promise<Received> {
  const file = await open(path, 'wx')
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  let sizeBytes = 0
  let type: FileType | null = null
  try {
    for await (const chunk of content) {
      sizeBytes += chunk.length
      if (head.length < SNIFF_BYTES) head = Buffer.concat([head, chunk]).subarray(0, SNIFF_BYTES)
      if (type === null && head.length === SNIFF_BYTES) type = requireType(head, fileName)
      const maxBytes = type?.maxBytes ?? MAX_UPLOAD_BYTES
      if (sizeBytes > maxBytes) {
        throw invalid('file-too-large', 'file', { megabytes: Math.round(maxBytes / 1024 / 1024) })
      }
      hash.update(chunk)
      await file.write(chunk)
    }
  } finally {
    await file.close()
  }
  if (sizeBytes === 0) throw invalid('file-empty', 'file')
  return { type: type ?? requireType(head, fileName), sizeBytes, sha256: hash.digest('hex') }
}

function requireType(head: Uint8Array, fileName: string): FileType {
  const type = fileTypeOf(head, fileName)
  if (type === null) throw invalid('file-type-not-allowed', 'file')
  return type
}

async function asPicture(path: string) {
  try {
    const { data, info } = await sharp(await readFile(path), { limitInputPixels: MAX_PIXELS })
      .rotate()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 86 })
      .toBuffer({ resolveWithObject: true })
    return {
      bytes: data,
      sizeBytes: data.length,
      sha256: createHash('sha256').update(data).digest('hex'),
      contentType: 'image/webp',
      extension: 'webp',
      width: info.width,
      height: info.height,
    }
  } catch {
    // sharp explains in words of its own libraries what is broken; the reader needs to know that it is.
    throw invalid('image-unreadable', 'file')
  }
}

const asIs = ({ type, sizeBytes, sha256 }: Received) => ({
  bytes: null,
  sizeBytes,
  sha256,
  contentType: type.contentType,
  extension: type.extension,
  width: null,
  height: null,
})
