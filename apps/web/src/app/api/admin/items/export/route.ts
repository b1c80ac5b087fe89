import { exportItems } from '@archway/api/bank/commands/export-items'
import { exportItemsInput } from '@archway/api/bank/schema/exchange'
import { DomainError } from '@archway/api/shared/errors'
import { can } from '@archway/api/shared/permissions'
import { currentActor } from '@/auth/actor'
import { deps } from '@/lib/deps'

/**
 * The items of an exam with their keys as CSV or as a QTI package, for those of the board who may; to
 * everybody else there is no such file. The audit log tells who took it.
 */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  const search = new URL(request.url).searchParams
  const input = exportItemsInput.safeParse(Object.fromEntries(search))
  if (!input.success || actor.type !== 'member' || !can(actor, 'item.export')) {
    return new Response(null, { status: 404 })
  }
  try {
    const { bytes, contentType, fileName } = await exportItems(deps(), actor, input.data)
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': contentType,
        'Content-Disposition': `attachment; filename="${fileName}"`,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  } catch (error) {
    if (error instanceof DomainError) return new Response(null, { status: 404 })
    throw error
  }
}
