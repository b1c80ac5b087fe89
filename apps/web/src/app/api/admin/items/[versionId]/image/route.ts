import { requirePicture } from '@archway/api/bank/reads/picture'
import { DomainError } from '@archway/api/shared/errors'
import { z } from 'zod'
import { currentActor } from '@/auth/actor'
import { deps } from '@/lib/deps'

type Context = { params: Promise<{ versionId: string }> }

const types: Record<string, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  jpg: 'image/jpeg',
}

/** The picture of an item for the exam board; to others there is none. `?part=` of a case, from one. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const input = z
    .object({ versionId: z.uuid(), part: z.coerce.number().int().min(1).max(20).nullable() })
    .safeParse({
      ...(await params),
      part: new URL(request.url).searchParams.get('part'),
    })
  if (!input.success) return new Response(null, { status: 404 })
  try {
    const key = await requirePicture(deps().db, await currentActor(), input.data)
    const bytes = await deps().files.getBytes(key)
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': types[key.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        // An SVG is a document when it is opened by itself: nothing in it runs.
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  } catch (error) {
    if (error instanceof DomainError) return new Response(null, { status: 404 })
    throw error
  }
}
