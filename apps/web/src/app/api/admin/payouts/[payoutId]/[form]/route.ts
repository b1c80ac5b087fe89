import { renderStatement } from '@archway/api/payouts/pdf/render-statement'
import { DomainError } from '@archway/api/shared/errors'
import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { currentActor } from '@/auth/actor'
import { payoutCsv } from '@/features/admin/payouts/payout-csv'
import { deps } from '@/lib/deps'
import { api } from '@/lib/trpc-server'

const params = z.object({ payoutId: z.uuid(), form: z.enum(['pdf', 'csv']) })
type Props = { params: Promise<{ payoutId: string; form: string }> }

/**
 * The statement of a payout as a file, for members of its provider and for staff. To everybody else there
 * is no such file.
 */
export async function GET(_request: Request, props: Props): Promise<Response> {
  const actor = await currentActor()
  const parsed = params.safeParse(await props.params)
  if (actor.type !== 'member' || !parsed.success) return new Response(null, { status: 404 })
  const { payoutId, form } = parsed.data
  const payout = await (await api()).payouts.get({ payoutId }).catch(orNull)
  if (!payout) return new Response(null, { status: 404 })
  const body =
    form === 'pdf'
      ? new Uint8Array(await renderStatement({ ...payout, livemode: deps().livemode }))
      : payoutCsv(payout)
  return new Response(body, {
    headers: {
      'Content-Type': form === 'pdf' ? 'application/pdf' : 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="payout-${payout.number}.${form}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/** What is not there, or not theirs, is not there. */
function orNull(error: unknown): null {
  if (error instanceof TRPCError && error.cause instanceof DomainError) return null
  throw error
}
