import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { GuideHead } from '@/features/admin/guides/guide-head'
import { loadFactChoices, loadGuide, loadGuideParts } from '@/features/admin/guides/load-guide'
import { QuestionsForm } from '@/features/admin/guides/parts/questions-form'
import { requireStaff } from '@/features/admin/require-staff'

/** Made for each request: staff only. */
export const instant = false

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.guides.tab'))('questions') }
}

export default async function GuideQuestionsPage({ params }: Props) {
  const { slug } = await params
  const member = await requireStaff('guide.edit', `/admin/guides/${slug}/questions`)
  const guide = await loadGuide(slug)
  const [parts, facts] = await Promise.all([loadGuideParts(slug), loadFactChoices()])
  return (
    <AdminProviders>
      <GuideHead guide={guide} member={member} current="questions" />
      <QuestionsForm guide={parts} facts={facts} />
    </AdminProviders>
  )
}
