import { Readable } from 'node:stream'
import { exportRows } from '@archway/api/catalog/import/export-rows'
import { importSource } from '@archway/api/catalog/schema/imports'
import { can } from '@archway/api/shared/permissions'
import { currentActor } from '@/auth/actor'
import { deps } from '@/lib/deps'
import { api } from '@/lib/trpc-server'

/**
 * External offerings in the format that an import reads: all of them, or those of one list (`source`).
 * The audit log tells who took it.
 */
export async function GET(request: Request): Promise<Response> {
  if (!can(await currentActor(), 'import.run')) return new Response(null, { status: 404 })
  const asked = new URL(request.url).searchParams.get('source')
  const source = asked === null ? null : importSource.safeParse(asked).data
  if (source === undefined) return new Response(null, { status: 404 })
  const query = source === null ? '' : new URLSearchParams({ source }).toString()
  await (await api()).audit.recordExport({ table: 'catalogue', query })
  const rows = Readable.from(exportRows(deps().db, { source }))
  return new Response(Readable.toWeb(rows) as ReadableStream, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${source ?? 'catalogue'}.csv"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
