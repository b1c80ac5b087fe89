import { slugPattern } from '@archway/api/shared/slug'
import { z } from 'zod'
import { socialKinds } from '@/features/social-image/card'
import { loadSocialImage } from '@/features/social-image/loaders'

const input = z.object({
  kind: z.enum(socialKinds),
  slug: z.string().max(120).regex(slugPattern),
})

type Context = { params: Promise<{ kind: string; slug: string }> }

/** The picture that other sites show for a page: /og/guide/ai-architect. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const asked = input.safeParse(await params)
  const image = asked.success ? await loadSocialImage(asked.data.kind, asked.data.slug) : null
  if (image === null) return new Response('not-found', { status: 404 })
  return new Response(new Uint8Array(image), {
    headers: {
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=86400, stale-while-revalidate=604800',
    },
  })
}
