import { Pagination } from '@archway/ui/pagination'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { HistoryList } from '@/features/admin/editor/history-list'
import { loadAdminOffering } from '@/features/admin/offerings/load-offering'
import { OfferingHead } from '@/features/admin/offerings/offering-head'
import { requireStaff } from '@/features/admin/require-staff'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.offerings'))('tab.history') }
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export default async function OfferingHistoryPage({ params, searchParams }: Props) {
  const { id } = await params
  const path = `/admin/offerings/${id}/history`
  const member = await requireStaff('audit.read', path)
  const offering = await loadAdminOffering(id)
  const asked = Number(firstValues(await searchParams).page)
  const page = Number.isInteger(asked) && asked > 0 && asked <= 10_000 ? asked : 1
  const entries = await (await api()).audit.adminList({
    entityType: 'offering',
    entityId: id,
    page,
    pageSize: 25,
  })
  const t = await getTranslations('admin.table')
  const pageCount = Math.max(1, Math.ceil(entries.total / entries.pageSize))
  return (
    <AdminProviders>
      <OfferingHead offering={offering} member={member} current="history" />
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
    </AdminProviders>
  )
}
