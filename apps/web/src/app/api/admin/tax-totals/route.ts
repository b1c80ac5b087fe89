import { taxTotalsInput } from '@archway/api/payouts/schema'
import { can } from '@archway/api/shared/permissions'
import { currentActor } from '@/auth/actor'
import { taxCsv } from '@/features/admin/payouts/tax-csv'
import { api } from '@/lib/trpc-server'

/**
 * A year's totals for tax forms as a file: of one's own providers, or of all for staff, whose audit log
 * tells who took it. To everybody else there is no such file.
 */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  const year = Number(new URL(request.url).searchParams.get('year'))
  const parsed = taxTotalsInput.safeParse({ year })
  const isStaff = can(actor, 'payout.read')
  const isAllowed = actor.type === 'member' && (isStaff || actor.providerIds.length > 0)
  if (!isAllowed || !parsed.success) return new Response(null, { status: 404 })
  const caller = await api()
  const rows = await caller.payouts.taxTotals(parsed.data)
  if (isStaff) await caller.audit.recordExport({ table: 'tax-totals', query: `year=${year}` })
  return new Response(taxCsv(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="tax-totals-${year}.csv"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
