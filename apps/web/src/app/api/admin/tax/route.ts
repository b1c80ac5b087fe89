import { can } from '@archway/api/shared/permissions'
import { currentActor } from '@/auth/actor'
import { dayText, periodOf } from '@/features/admin/ledger/ledger-query'
import { firstValues } from '@/features/admin/table/list-query'
import { reportCsv } from '@/features/admin/tax/report-csv'
import { api } from '@/lib/trpc-server'

/**
 * The tax of a time as a CSV file, for those who may see it. To everybody else there is no such file.
 * The audit log tells who took it.
 */
export async function GET(request: Request): Promise<Response> {
  if (!can(await currentActor(), 'tax.read')) return new Response(null, { status: 404 })
  const search = new URL(request.url).searchParams
  const period = periodOf(firstValues(Object.fromEntries(search)), new Date())
  const caller = await api()
  await caller.audit.recordExport({ table: 'tax', query: search.toString().slice(0, 2000) })
  const last = new Date(period.to.getTime() - 1)
  const name = `tax-${dayText(period.from)}-to-${dayText(last)}.csv`
  return new Response(reportCsv(await caller.tax.adminReport(period)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
