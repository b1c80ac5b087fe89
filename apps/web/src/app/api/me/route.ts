import { TRPCError } from '@trpc/server'
import { currentActor } from '@/auth/actor'
import { clearSignedInHint } from '@/auth/signed-in-hint'
import type { Me } from '@/features/shell/use-me'
import { bringCartAlong, readCart } from '@/lib/cart'

/** What was put into the cart before signing in joins it here; one that is full keeps both apart. */
async function settledCart(): Promise<number> {
  try {
    return await bringCartAlong()
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'CONFLICT') return (await readCart()).length
    throw error
  }
}

/** Who is signed in, for pages that are cached for everybody. `null` for visitors. */
export async function GET() {
  const actor = await currentActor()
  if (actor.type !== 'member') await clearSignedInHint()
  const me: Me | null =
    actor.type === 'member'
      ? {
          name: actor.name,
          hasDesk: actor.roles.length > 0 || actor.providerIds.length > 0,
          cartCount: await settledCart(),
        }
      : null
  return Response.json(me, { headers: { 'Cache-Control': 'private, no-store' } })
}
