import { uploadMedia } from '@archway/api/catalog/commands/upload-media'
import { invalid } from '@archway/api/shared/errors'
import { currentActor } from '@/auth/actor'
import { refusalResponse } from '@/features/admin/editor/refusal-response'
import { requestBytes } from '@/features/admin/editor/request-bytes'
import { deps } from '@/lib/deps'
import { refuseForeignOrigin } from '@/lib/same-origin'

/**
 * Takes one file as the body of the request and streams it to the store: pictures, videos, captions and
 * documents of offerings and lessons. The name is for people; what the file is, its bytes say.
 */
export async function POST(request: Request): Promise<Response> {
  const refusal = refuseForeignOrigin(request)
  if (refusal) return refusal
  try {
    const { searchParams } = new URL(request.url)
    if (request.body === null) throw invalid('file-empty', 'file')
    const media = await uploadMedia(deps(), await currentActor(), {
      fileName: searchParams.get('name') ?? '',
      alt: searchParams.get('alt') ?? '',
      content: requestBytes(request.body),
    })
    return Response.json(media, { headers: { 'Cache-Control': 'no-store' } })
  } catch (error) {
    return refusalResponse(error, 'upload failed')
  }
}
