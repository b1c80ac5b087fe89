import 'server-only'
import { Readable } from 'node:stream'
import type { StoredFile } from '@archway/api/catalog/reads/get-public-media'
import { parseRange, readRange } from '@archway/api/shared/file-range'
import { deps } from './deps'

/** Types that a browser may show in the page. Anything else is a download. */
const shown = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/avif',
  'image/gif',
  'image/svg+xml',
  'video/mp4',
  'video/webm',
  'text/vtt',
])

/** A name as RFC 6266 wants it in a header: plain, and in full for those who read UTF-8. */
const disposition = (type: 'inline' | 'attachment', name: string) =>
  `${type}; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`

/**
 * A stored file as an answer: whole, one range of it (RFC 9110, section 14, so that a video can be
 * wound), or "not modified". Whatever is in it runs no script: types that a browser does not simply
 * show are downloads, and next.config.ts sends a policy that sandboxes every file.
 */
export async function fileResponse(
  request: Request,
  file: StoredFile,
  {
    cacheControl,
    isDownload = !shown.has(file.contentType.split(';')[0] ?? ''),
  }: { cacheControl: string; isDownload?: boolean },
): Promise<Response> {
  const etag = `"${file.sha256}"`
  const headers = new Headers({
    'Content-Type': file.contentType,
    'Content-Disposition': disposition(isDownload ? 'attachment' : 'inline', file.fileName),
    'Accept-Ranges': 'bytes',
    'Cache-Control': cacheControl,
    ETag: etag,
  })
  if (request.headers.get('if-none-match') === etag) {
    return new Response(null, { status: 304, headers })
  }
  const size = file.sizeBytes
  const ifRange = request.headers.get('if-range')
  const range =
    ifRange === null || ifRange === etag ? parseRange(request.headers.get('range'), size) : null
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${size}`)
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = range ?? { start: 0, end: size - 1 }
  headers.set('Content-Length', String(end - start + 1))
  if (range) headers.set('Content-Range', `bytes ${start}-${end}/${size}`)
  const status = range ? 206 : 200
  if (request.method === 'HEAD' || size === 0) return new Response(null, { status, headers })
  const bytes = await readRange(deps().files, file.key, { start, end })
  return new Response(Readable.toWeb(bytes) as ReadableStream, { status, headers })
}
