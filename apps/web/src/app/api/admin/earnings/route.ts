import { can } from '@archway/api/shared/permissions'
import { currentActor } from '@/auth/actor'
import { wantedStatement } from '@/features/admin/earnings/earnings-query'
import { statementStream } from '@/features/admin/earnings/statement-stream'
import { dayText } from '@/features/admin/ledger/ledger-query'
import { firstValues } from '@/features/admin/table/list-query'
import { api } from '@/lib/trpc-server'

/**
 * A provider's statement as a file, for its members and for those who may see the ledger. To everybody
 * else there is no such file. When staff takes one, the audit log tells who.
 */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (actor.type !== 'member') return new Response(null, { status: 404 })
  const caller = await api()
  const search = new URL(request.url).searchParams
  const query = firstValues(Object.fromEntries(search))
  const wanted = wantedStatement(query, await caller.providers.earnings(), new Date())
  if (!wanted) return new Response(null, { status: 404 })
  if (can(actor, 'ledger.read')) {
    await caller.audit.recordExport({ table: 'earnings', query: search.toString().slice(0, 2000) })
  }
  const { page, pageSize, ...input } = wanted.input
  const last = new Date(input.to.getTime() - 1)
  const name = `earnings-${input.currency}-${dayText(input.from)}-to-${dayText(last)}.csv`
  return new Response(statementStream(caller, input), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
