import { createImport } from '@archway/api/catalog/import/commands/create-import'
import { invalid } from '@archway/api/shared/errors'
import { currentActor } from '@/auth/actor'
import { refusalResponse } from '@/features/admin/editor/refusal-response'
import { requestBytes } from '@/features/admin/editor/request-bytes'
import { deps } from '@/lib/deps'
import { refuseForeignOrigin } from '@/lib/same-origin'

/** Takes a list of offerings as the body of the request, streams it to the store and asks for its preview. */
export async function POST(request: Request): Promise<Response> {
  const refusal = refuseForeignOrigin(request)
  if (refusal) return refusal
  try {
    const { searchParams } = new URL(request.url)
    if (request.body === null) throw invalid('file-empty', 'file')
    const created = await createImport(deps(), await currentActor(), {
      source: searchParams.get('source') ?? '',
      fileName: searchParams.get('name') ?? '',
      content: requestBytes(request.body),
    })
    return Response.json(created, { headers: { 'Cache-Control': 'no-store' } })
  } catch (error) {
    return refusalResponse(error, 'upload of an import failed')
  }
}
