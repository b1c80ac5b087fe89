import { requirePicture } from '@archway/api/bank/reads/picture'
import { DomainError } from '@archway/api/shared/errors'
import { z } from 'zod'
import { currentActor } from '@/auth/actor'
import { deps } from '@/lib/deps'
import { pictureResponse } from '@/lib/picture-response'

type Context = { params: Promise<{ versionId: string }> }

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
    return await pictureResponse(key)
  } catch (error) {
    if (error instanceof DomainError) return new Response(null, { status: 404 })
    throw error
  }
}
