import { lessonParts, requireLessonMedia } from '@archway/api/learning/reads/lesson-media'
import { DomainError, notFound } from '@archway/api/shared/errors'
import { z } from 'zod'
import { currentActor } from '@/auth/actor'
import { deps } from '@/lib/deps'
import { fileResponse } from '@/lib/file-response'

const statuses: Partial<Record<DomainError['kind'], number>> = { forbidden: 403, not_found: 404 }
const input = z.object({ lessonId: z.uuid(), part: z.enum(lessonParts) })

type Context = { params: Promise<{ lesson: string; part: string }> }

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
  const response = await fileResponse(request, media, {
    // Kept by the reader's own browser only, and asked about each time: access can end.
    cacheControl: 'private, no-cache',
    ...(asked.data.part === 'file' ? { isDownload: true } : {}),
  })
  response.headers.set('Vary', 'Cookie')
  return response
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
