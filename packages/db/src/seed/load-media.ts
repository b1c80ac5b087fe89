import { createHash } from 'node:crypto'
import { access, readFile } from 'node:fs/promises'
import { basename, extname, join, posix } from 'node:path'
import type { Tx } from '../client'
import type { SeedOptions } from './options'

const contentTypes: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.vtt': 'text/vtt; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.pdf': 'application/pdf',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.zip': 'application/zip',
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** Copies files of one content folder into storage, each once, under a name that changes with its bytes. */
export type MediaCopier = {
  /** The storage key of a file of the folder. Throws, naming the file, when it is not there. */
  keyOf(path: string): Promise<string>
  /** Points images and links of rendered HTML that name files of the folder at `/media/<key>`. */
  rewrite(html: string, bodyPath: string): Promise<string>
}

export function mediaCopier(
  tx: Tx,
  contentDir: string,
  folder: string,
  options: SeedOptions,
): MediaCopier {
  const keys = new Map<string, Promise<string>>()

  async function copy(path: string): Promise<string> {
    const extension = extname(path).toLowerCase()
    const contentType = contentTypes[extension]
    if (!contentType)
      throw new Error(`${folder}/${path}: files of type "${extension}" are not known`)
    const bytes = await readFile(join(contentDir, folder, path)).catch(() => {
      throw new Error(`${folder}/${path}: there is no such file`)
    })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const key = `${folder}/${basename(path, extname(path))}-${sha256.slice(0, 10)}${extension}`
    await options.putFile(key, bytes, contentType)
    await tx.media.createMany({
      data: [{ key, fileName: basename(path), contentType, sizeBytes: bytes.length, sha256 }],
      skipDuplicates: true,
    })
    return key
  }

  const keyOf = (path: string) => {
    const known = keys.get(path) ?? copy(path)
    keys.set(path, known)
    return known
  }

  /** A reference is meant beside the body when such a file exists, else beside course.json or guide.json. */
  async function resolve(target: string, bodyPath: string): Promise<string> {
    const beside = posix.normalize(posix.join(posix.dirname(bodyPath), target))
    const atTop = posix.normalize(target)
    const isBeside = !beside.startsWith('..') && (await exists(join(contentDir, folder, beside)))
    const path = isBeside ? beside : atTop
    if (path.startsWith('..'))
      throw new Error(`${folder}/${bodyPath}: "${target}" leaves the folder`)
    return path
  }

  return {
    keyOf,
    async rewrite(html, bodyPath) {
      const attribute = /(<(?:img|a)\b[^>]*?\s(?:src|href)=")([^"]+)(")/g
      const parts: string[] = []
      let end = 0
      for (const match of html.matchAll(attribute)) {
        const [whole, before = '', target = '', after = ''] = match
        parts.push(html.slice(end, match.index))
        end = match.index + whole.length
        const isOutside = /^(?:[a-z]+:|\/|#)/i.test(target)
        const path = isOutside ? '' : await resolve(decodeURI(target), bodyPath)
        parts.push(isOutside ? whole : `${before}/media/${await keyOf(path)}${after}`)
      }
      return parts.join('') + html.slice(end)
    },
  }
}
