import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { GuideHead } from '@/features/admin/guides/guide-head'
import { loadGuide, loadGuideParts } from '@/features/admin/guides/load-guide'
import { OfferingsForm } from '@/features/admin/guides/parts/offerings-form'
import { requireStaff } from '@/features/admin/require-staff'

/** Made for each request: staff only. */
export const instant = false

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.guides.tab'))('offerings') }
}

export default async function GuideOfferingsPage({ params }: Props) {
  const { slug } = await params
  const member = await requireStaff('guide.edit', `/admin/guides/${slug}/offerings`)
  const guide = await loadGuide(slug)
  const parts = await loadGuideParts(slug)
  return (
    <AdminProviders>
      <GuideHead guide={guide} member={member} current="offerings" />
      <OfferingsForm guide={parts} />
    </AdminProviders>
  )
}
