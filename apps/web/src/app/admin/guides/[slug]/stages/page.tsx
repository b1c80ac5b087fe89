import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { GuideHead } from '@/features/admin/guides/guide-head'
import { loadGuide, loadGuideParts } from '@/features/admin/guides/load-guide'
import { StagesForm } from '@/features/admin/guides/parts/stages-form'
import { requireStaff } from '@/features/admin/require-staff'

/** Made for each request: staff only. */
export const instant = false

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.guides.tab'))('stages') }
}

export default async function GuideStagesPage({ params }: Props) {
  const { slug } = await params
  const member = await requireStaff('guide.edit', `/admin/guides/${slug}/stages`)
  const guide = await loadGuide(slug)
  const parts = await loadGuideParts(slug)
  return (
    <AdminProviders>
      <GuideHead guide={guide} member={member} current="stages" />
      {/* Opened anew after a save: its rows say where the saved stages were. */}
      <StagesForm key={parts.version} guide={parts} />
    </AdminProviders>
  )
}
