import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { HistoryPages } from '@/features/admin/editor/history-pages'
import { loadAdminOffering } from '@/features/admin/offerings/load-offering'
import { OfferingHead } from '@/features/admin/offerings/offering-head'
import { requireStaff } from '@/features/admin/require-staff'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'

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
  return (
    <AdminProviders>
      <OfferingHead offering={offering} member={member} current="history" />
      <HistoryPages
        of={{ entityType: 'offering', entityId: id }}
        path={path}
        query={firstValues(await searchParams)}
      />
    </AdminProviders>
  )
}
