import { can } from '@archway/api/shared/permissions'
import { currentActor } from '@/auth/actor'
import { findJournalFormat, journalStream } from '@/features/admin/ledger/journal-stream'
import { dayText, periodOf } from '@/features/admin/ledger/ledger-query'
import { firstValues } from '@/features/admin/table/list-query'
import { api } from '@/lib/trpc-server'

/**
 * The ledger of a time as a file for accountants, for those who may see the ledger. To everybody
 * else there is no such file. The audit log tells who took it.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ format: string }> },
): Promise<Response> {
  const format = findJournalFormat((await params).format)
  if (!format || !can(await currentActor(), 'ledger.read')) {
    return new Response(null, { status: 404 })
  }
  const search = new URL(request.url).searchParams
  const period = periodOf(firstValues(Object.fromEntries(search)), new Date())
  const caller = await api()
  await caller.audit.recordExport({ table: 'ledger', query: search.toString().slice(0, 2000) })
  const last = new Date(period.to.getTime() - 1)
  const name = `ledger-${dayText(period.from)}-to-${dayText(last)}.${format.extension}`
  return new Response(journalStream(format, caller, period), {
    headers: {
      'Content-Type': format.contentType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
