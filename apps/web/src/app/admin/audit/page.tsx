import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { auditQuery } from '@/features/admin/audit/audit-query'
import { AuditTable } from '@/features/admin/audit/audit-table'
import { auditWord } from '@/features/admin/audit/audit-word'
import { requireStaff } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminOperations.audit'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function AuditPage({ searchParams }: Props) {
  await requireStaff('audit.read', '/admin/audit')
  const { query, input } = await listState(auditQuery, searchParams)
  const { audit } = await api()
  const [page, kinds] = await Promise.all([audit.adminList(input), audit.adminKinds()])
  const t = await getTranslations('adminOperations.audit')
  const words = await getTranslations('admin.audit')
  return (
    <ListPage
      table="audit"
      path="/admin/audit"
      query={query}
      title={t('title')}
      description={t('description')}
      searchLabel={t('search')}
      filters={[
        choiceFilter('action', t('action'), kinds.actions, (code) =>
          auditWord(words, 'action', code),
        ),
        choiceFilter('entityType', t('entityType'), kinds.entityTypes, (code) =>
          auditWord(words, 'entity', code),
        ),
        { kind: 'date', name: 'from', label: t('from') },
        { kind: 'date', name: 'to', label: t('to') },
      ]}
    >
      <AuditTable
        {...page}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </ListPage>
  )
}
