import { loadCredential } from '@/features/credentials/loaders'
import { drawSocialImage } from '@/features/social-image/image'
import { messages } from '@/lib/messages'

type Context = { params: Promise<{ id: string }> }

/** The picture that other sites show for a credential, with the holder's name. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { credential } = await loadCredential((await params).id)
  const { subjectName, achievement, issuer } = credential
  const { content } = achievement
  const png = await drawSocialImage(
    {
      eyebrow: messages.credentials.certificate[content.kind],
      title: content.name,
      details: [subjectName ?? '', issuer.name].filter(Boolean),
    },
    messages.common.brand,
  )
  return new Response(new Uint8Array(png), {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=300' },
  })
}
