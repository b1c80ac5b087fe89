import { getJwks } from '@archway/api/credentials/reads/documents'
import { connection } from 'next/server'
import { deps } from '@/lib/deps'
import { publishedResponse } from '@/lib/published'

/** The public keys for credentials as JSON Web Tokens, each with its issuer. */
export async function GET(): Promise<Response> {
  await connection()
  const { db, appUrl } = deps()
  const jwks = await getJwks(db, appUrl)
  return publishedResponse(JSON.stringify(jwks), 'application/jwk-set+json', 300)
}
