import { Readable } from 'node:stream'
import {
  type LessonPart,
  lessonParts,
  requireLessonMedia,
} from '@archway/api/learning/reads/lesson-media'
import { DomainError, notFound } from '@archway/api/shared/errors'
import { parseRange, readRange } from '@archway/api/shared/file-range'
import { z } from 'zod'
import { currentActor } from '@/auth/actor'
import { deps } from '@/lib/deps'

const statuses: Partial<Record<DomainError['kind'], number>> = { forbidden: 403, not_found: 404 }
const input = z.object({ lessonId: z.uuid(), part: z.enum(lessonParts) })

type Context = { params: Promise<{ lesson: string; part: string }> }

/** A name as RFC 6266 wants it in a header: plain, and in full for those who read UTF-8. */
const disposition = (part: LessonPart, name: string) =>
  `${part === 'file' ? 'attachment' : 'inline'}; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`

async function answer(request: Request, { params }: Context): Promise<Response> {
  const { lesson, part } = await params
  const asked = input.safeParse({ lessonId: lesson, part })
  if (!asked.success) throw notFound('file')
  const media = await requireLessonMedia(
    deps().db,
    await currentActor(),
    asked.data,
    deps().clock.now(),
  )
  const etag = `"${media.sha256}"`
  const headers = new Headers({
    'Content-Type': media.contentType,
    'Content-Disposition': disposition(asked.data.part, media.fileName),
    'Accept-Ranges': 'bytes',
    ETag: etag,
    // Kept by the reader's own browser only, and asked about each time: access can end.
    'Cache-Control': 'private, no-cache',
    Vary: 'Cookie',
  })
  if (request.headers.get('if-none-match') === etag) {
    return new Response(null, { status: 304, headers })
  }
  const size = media.sizeBytes
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
  const bytes = await readRange(deps().files, media.key, { start, end })
  return new Response(Readable.toWeb(bytes) as ReadableStream, { status, headers })
}

/** Files of lessons: checked for access at every request, in ranges so that a video can be wound. */
export async function GET(request: Request, context: Context): Promise<Response> {
  try {
    return await answer(request, context)
  } catch (error) {
    const status = error instanceof DomainError ? statuses[error.kind] : undefined
    if (error instanceof DomainError && status) {
      return new Response(error.reason, {
        status,
        headers: { 'Cache-Control': 'private, no-store' },
      })
    }
    deps().logger.error({ err: error }, 'lesson file failed')
    return new Response('internal', { status: 500 })
  }
}

export { GET as HEAD }
