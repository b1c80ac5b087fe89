import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { HistoryPages } from '@/features/admin/editor/history-pages'
import { GuideHead } from '@/features/admin/guides/guide-head'
import { loadGuide } from '@/features/admin/guides/load-guide'
import { requireStaff } from '@/features/admin/require-staff'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.guides.tab'))('history') }
}

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParams> }

export default async function GuideHistoryPage({ params, searchParams }: Props) {
  const { slug } = await params
  const path = `/admin/guides/${slug}/history`
  const member = await requireStaff('audit.read', path)
  const guide = await loadGuide(slug)
  return (
    <AdminProviders>
      <GuideHead guide={guide} member={member} current="history" />
      <HistoryPages
        of={{ entityType: 'guide', entityId: slug }}
        path={path}
        query={firstValues(await searchParams)}
      />
    </AdminProviders>
  )
}
