import { getJwk } from '@archway/api/credentials/reads/documents'
import { deps } from '@/lib/deps'
import { notPublished, publishedResponse } from '@/lib/published'

type Context = { params: Promise<{ slug: string; kid: string }> }

/** One key for JSON Web Tokens: what the header `kid` of a token leads to. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug, kid } = await params
  const { db, appUrl } = deps()
  const key = await getJwk(db, appUrl, slug, kid)
  if (!key) return notPublished()
  return publishedResponse(JSON.stringify(key), 'application/jwk+json', 300)
}
