import type { Metadata } from 'next'
import { AdminProviders } from '@/features/admin/admin-providers'
import { GuideForm } from '@/features/admin/guides/guide-form'
import { GuideHead } from '@/features/admin/guides/guide-head'
import { loadGuide } from '@/features/admin/guides/load-guide'
import { ProblemList } from '@/features/admin/guides/problem-list'
import { requireStaff } from '@/features/admin/require-staff'

/** Made for each request: staff only. */
export const instant = false

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadGuide((await params).slug)).title }
}

export default async function GuidePage({ params }: Props) {
  const { slug } = await params
  const member = await requireStaff('guide.edit', `/admin/guides/${slug}`)
  const guide = await loadGuide(slug)
  return (
    <AdminProviders>
      <GuideHead guide={guide} member={member} current="about" />
      <div className="grid max-w-4xl gap-8">
        <ProblemList slug={slug} problems={guide.problems} />
        <GuideForm guide={guide} />
      </div>
    </AdminProviders>
  )
}
