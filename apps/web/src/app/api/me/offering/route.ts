import { z } from 'zod'
import { currentActor } from '@/auth/actor'
import { api } from '@/lib/trpc-server'

const headers = { 'Cache-Control': 'private, no-store' }

/** Whether the signed-in person has access to the offering `id`: what cached pages ask afterwards. */
export async function GET(request: Request) {
  const id = z.uuid().safeParse(new URL(request.url).searchParams.get('id'))
  if (!id.success) return Response.json({ hasAccess: false }, { status: 400, headers })
  const actor = await currentActor()
  if (actor.type !== 'member') return Response.json({ hasAccess: false }, { headers })
  const { enrolments } = await api()
  const { hasAccess } = await enrolments.access({ offeringId: id.data })
  // A membership opens what one has no place in yet.
  const mine = hasAccess ? await enrolments.mine() : []
  const isEnrolled = mine.some(({ offeringId }) => offeringId === id.data)
  return Response.json({ hasAccess, isEnrolled }, { headers })
}
