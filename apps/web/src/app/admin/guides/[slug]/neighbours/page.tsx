import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { GuideHead } from '@/features/admin/guides/guide-head'
import { loadFactChoices, loadGuide, loadGuideParts } from '@/features/admin/guides/load-guide'
import { NeighboursForm } from '@/features/admin/guides/parts/neighbours-form'
import { requireStaff } from '@/features/admin/require-staff'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.guides.tab'))('neighbours') }
}

export default async function GuideNeighboursPage({ params }: Props) {
  const { slug } = await params
  const member = await requireStaff('guide.edit', `/admin/guides/${slug}/neighbours`)
  const guide = await loadGuide(slug)
  const [parts, facts, guides] = await Promise.all([
    loadGuideParts(slug),
    loadFactChoices(),
    (await api()).careers.adminList({ pageSize: 200 }),
  ])
  return (
    <AdminProviders>
      <GuideHead guide={guide} member={member} current="neighbours" />
      <NeighboursForm
        guide={parts}
        guides={guides.rows.map(({ slug, title }) => ({ slug, title }))}
        facts={facts}
      />
    </AdminProviders>
  )
}
