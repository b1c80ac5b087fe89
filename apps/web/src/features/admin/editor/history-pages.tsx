import { Pagination } from '@archway/ui/pagination'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { api } from '@/lib/trpc-server'
import { HistoryList } from './history-list'

/** Everything that was done about one thing, page by page. */
export async function HistoryPages({
  of: { entityType, entityId },
  path,
  query,
}: {
  of: { entityType: string; entityId: string }
  path: string
  query: Record<string, string>
}) {
  const asked = Number(query.page)
  const page = Number.isInteger(asked) && asked > 0 && asked <= 10_000 ? asked : 1
  const entries = await (await api()).audit.adminList({ entityType, entityId, page, pageSize: 25 })
  const t = await getTranslations('admin.table')
  const pageCount = Math.max(1, Math.ceil(entries.total / entries.pageSize))
  return (
    <>
      <HistoryList entries={entries.rows} />
      <Pagination
        page={page}
        pageCount={pageCount}
        href={(number) => `${path}?page=${number}`}
        linkComponent={Link}
        className="mt-6"
        labels={{
          navigation: t('pages'),
          previous: t('previous'),
          next: t('next'),
          page: (number) => t('page', { page: number }),
          position: t('position', { page, pages: pageCount }),
        }}
      />
    </>
  )
}
