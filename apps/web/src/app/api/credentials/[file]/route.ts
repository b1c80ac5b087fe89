import { getCredentialDocument } from '@archway/api/credentials/reads/documents'
import { deps } from '@/lib/deps'
import { notPublished, publishedResponse } from '@/lib/published'

type Context = { params: Promise<{ file: string }> }

const fileName = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.json$/

/** A signed credential, byte for byte as it was issued: /api/credentials/<id>.json */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const id = fileName.exec((await params).file)?.[1]
  const found = id === undefined ? null : await getCredentialDocument(deps().db, id)
  if (found === null) return notPublished()
  if (found === 'erased') return notPublished(410)
  return publishedResponse(found.document, 'application/vc+ld+json', 60)
}
