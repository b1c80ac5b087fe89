import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { GuideHead } from '@/features/admin/guides/guide-head'
import { loadGuide } from '@/features/admin/guides/load-guide'
import { SectionList } from '@/features/admin/guides/section-list'
import { requireStaff } from '@/features/admin/require-staff'

/** Made for each request: staff only. */
export const instant = false

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.guides.tab'))('sections') }
}

export default async function GuideSectionsPage({ params }: Props) {
  const { slug } = await params
  const member = await requireStaff('guide.edit', `/admin/guides/${slug}/sections`)
  const guide = await loadGuide(slug)
  return (
    <AdminProviders>
      <GuideHead guide={guide} member={member} current="sections" />
      <SectionList guide={guide} />
    </AdminProviders>
  )
}
