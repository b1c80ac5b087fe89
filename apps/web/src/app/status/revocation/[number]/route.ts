import { getStatusList } from '@archway/api/credentials/reads/documents'
import { deps } from '@/lib/deps'
import { notPublished, publishedResponse } from '@/lib/published'

type Context = { params: Promise<{ number: string }> }

/** A signed status list: which credentials of an issuer were taken back. Read from the database each time. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { number } = await params
  if (!/^[1-9]\d{0,8}$/.test(number)) return notPublished()
  const list = await getStatusList(deps().db, Number(number))
  return list === null ? notPublished() : publishedResponse(list, 'application/vc+ld+json', 60)
}
