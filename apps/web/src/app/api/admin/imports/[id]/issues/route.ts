import { importIssuesInput } from '@archway/api/catalog/schema/imports'
import { can } from '@archway/api/shared/permissions'
import { z } from 'zod'
import { currentActor } from '@/auth/actor'
import { csvStream } from '@/features/admin/export/csv-stream'
import { exportTable } from '@/features/admin/export/export-table'
import { api } from '@/lib/trpc-server'

const issues = exportTable({
  action: 'import.run',
  schema: importIssuesInput,
  read: (caller, input) => caller.catalog.imports.issues(input),
  key: (row) => `${row.line} ${row.field} ${row.severity}`,
  columns: {
    line: (row) => row.line,
    field: (row) => row.field,
    severity: (row) => row.severity,
    reason: (row) => row.reason,
    value: (row) => row.value,
  },
})

/** Every rejected row and every warning of an import as CSV, for those who may import. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params
  if (!can(await currentActor(), issues.action) || !z.uuid().safeParse(id).success) {
    return new Response(null, { status: 404 })
  }
  return new Response(csvStream(issues, await api(), { importId: id }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="import-issues-${id}.csv"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
