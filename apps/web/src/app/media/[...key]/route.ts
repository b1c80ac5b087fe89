import { getPublicMedia } from '@archway/api/catalog/reads/get-public-media'
import { deps } from '@/lib/deps'
import { fileResponse } from '@/lib/file-response'

/** A key changes with the bytes under it, so an answer is good for ever. */
const forever = 'public, max-age=31536000, immutable'
const missing = () =>
  new Response('not-found', { status: 404, headers: { 'Cache-Control': 'public, max-age=60' } })

type Context = { params: Promise<{ key: string[] }> }

/** Files that anybody may see: pictures of offerings, logos, pictures in guides and lessons. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const key = (await params).key.map(decodeSegment).join('/')
  // No text in the database can hold a NUL, and it does not like to be asked for one.
  if (key.includes('\0')) return missing()
  try {
    const file = await getPublicMedia(deps().db, key)
    return file === null ? missing() : await fileResponse(request, file, { cacheControl: forever })
  } catch (error) {
    deps().logger.error({ err: error, key }, 'media failed')
    return new Response('internal', { status: 500, headers: { 'Cache-Control': 'no-store' } })
  }
}

export { GET as HEAD }

/** A segment that is no valid encoding stands for itself, and is then simply not found. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
