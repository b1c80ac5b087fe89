import { currentActor } from '@/auth/actor'
import { clearSignedInHint } from '@/auth/signed-in-hint'
import type { Me } from '@/features/shell/use-me'

/** Who is signed in, for pages that are cached for everybody. `null` for visitors. */
export async function GET() {
  const actor = await currentActor()
  if (actor.type !== 'member') await clearSignedInHint()
  const me: Me | null =
    actor.type === 'member'
      ? { name: actor.name, hasDesk: actor.roles.length > 0 || actor.providerIds.length > 0 }
      : null
  return Response.json(me, { headers: { 'Cache-Control': 'private, no-store' } })
}
