import { getPlatformDid } from '@archway/api/credentials/reads/documents'
import { connection } from 'next/server'
import { deps } from '@/lib/deps'
import { publishedResponse } from '@/lib/published'

/** The DID document of the platform: which issuers there are. */
export async function GET(): Promise<Response> {
  await connection()
  const { db, appUrl } = deps()
  const document = await getPlatformDid(db, appUrl)
  return publishedResponse(JSON.stringify(document), 'application/did+json', 300)
}
