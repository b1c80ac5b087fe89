import { getAchievement } from '@archway/api/credentials/reads/achievement'
import { drawBadge } from '@/features/social-image/badge'
import { deps } from '@/lib/deps'
import { messages } from '@/lib/messages'
import { notPublished } from '@/lib/published'

type Context = { params: Promise<{ file: string }> }

const fileName = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.png$/

/** The picture of an award, as credentials name it: /api/achievements/<id>.png. It never changes. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const id = fileName.exec((await params).file)?.[1]
  const achievement = id === undefined ? null : await getAchievement(deps().db, id)
  if (!achievement) return notPublished()
  const { content, issuer } = achievement
  const eyebrow = messages.credentials.certificate[content.kind]
  const png = await drawBadge({ eyebrow, title: content.name, issuer: issuer.name })
  return new Response(new Uint8Array(png), {
    headers: {
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Access-Control-Allow-Origin': '*',
    },
  })
}
