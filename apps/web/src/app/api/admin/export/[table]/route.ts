import { can } from '@archway/api/shared/permissions'
import { currentActor } from '@/auth/actor'
import { csvStream } from '@/features/admin/export/csv-stream'
import { findExport } from '@/features/admin/export/registry'
import { firstValues } from '@/features/admin/table/list-query'
import { api } from '@/lib/trpc-server'

/**
 * A list of the dashboard as CSV: everything that matches the same query, for those who may see the
 * list. To everybody else there is no such file. The audit log tells who took it.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ table: string }> },
): Promise<Response> {
  const { table: name } = await params
  const actor = await currentActor()
  const table = findExport(name)
  if (!table || !can(actor, table.action)) return new Response(null, { status: 404 })
  const search = new URL(request.url).searchParams
  const query = firstValues(Object.fromEntries(search))
  const caller = await api()
  await caller.audit.recordExport({ table: name, query: search.toString().slice(0, 2000) })
  const day = new Date().toISOString().slice(0, 10)
  return new Response(csvStream(table, caller, query), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}-${day}.csv"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
