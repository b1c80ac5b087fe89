import { requireItemImage } from '@archway/api/exams/reads/item-image'
import { itemImageInput } from '@archway/api/exams/schema/room'
import { DomainError } from '@archway/api/shared/errors'
import { currentActor } from '@/auth/actor'
import { deps } from '@/lib/deps'
import { pictureResponse } from '@/lib/picture-response'

type Context = { params: Promise<{ attemptId: string; position: string }> }

/** The picture of a question, for the candidate of a sitting that is under way. `?part=` of a case, from one. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { attemptId, position } = await params
  const part = new URL(request.url).searchParams.get('part')
  const input = itemImageInput.safeParse({
    attemptId,
    position: Number(position),
    part: part === null ? null : Number(part),
  })
  if (!input.success) return new Response(null, { status: 404 })
  try {
    const { key } = await requireItemImage(deps().db, await currentActor(), input.data)
    return await pictureResponse(key)
  } catch (error) {
    if (error instanceof DomainError) return new Response(null, { status: 404 })
    throw error
  }
}
