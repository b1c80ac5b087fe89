import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { auditQuery } from '@/features/admin/audit/audit-query'
import { AuditTable } from '@/features/admin/audit/audit-table'
import { requireStaff } from '@/features/admin/require-staff'
import { listInput } from '@/features/admin/table/list-input'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { ListToolbar } from '@/features/admin/table/list-toolbar'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminOperations.audit'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function AuditPage({ searchParams }: Props) {
  await requireStaff('audit.read', '/admin/audit')
  const query = firstValues(await searchParams)
  const input = listInput(auditQuery, query)
  const { audit } = await api()
  const [page, kinds] = await Promise.all([audit.adminList(input), audit.adminKinds()])
  const t = await getTranslations('adminOperations.audit')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-6"
      />
      <ListToolbar
        table="audit"
        path="/admin/audit"
        query={query}
        searchLabel={t('search')}
        filters={[
          {
            kind: 'select',
            name: 'action',
            label: t('action'),
            options: kinds.actions.map((value) => ({ value, label: value })),
          },
          {
            kind: 'select',
            name: 'entityType',
            label: t('entityType'),
            options: kinds.entityTypes.map((value) => ({ value, label: value })),
          },
          { kind: 'date', name: 'from', label: t('from') },
          { kind: 'date', name: 'to', label: t('to') },
        ]}
      />
      <AuditTable
        {...page}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </AdminProviders>
  )
}
