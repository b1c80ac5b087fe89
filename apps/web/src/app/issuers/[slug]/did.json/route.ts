import { getDidDocument } from '@archway/api/credentials/reads/documents'
import { deps } from '@/lib/deps'
import { notPublished, publishedResponse } from '@/lib/published'

type Context = { params: Promise<{ slug: string }> }

/** The DID document of an issuer: the public keys that its credentials are checked with. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const document = await getDidDocument(deps().db, (await params).slug)
  if (!document) return notPublished()
  return publishedResponse(JSON.stringify(document), 'application/did+json', 300)
}
