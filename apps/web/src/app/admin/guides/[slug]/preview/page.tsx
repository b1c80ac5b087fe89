import { Alert } from '@archway/ui/alert'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { loadGuide } from '@/features/admin/guides/load-guide'
import { requireStaff } from '@/features/admin/require-staff'
import { GuideView } from '@/features/careers/guide/guide-view'
import type { GuideOfferingCard } from '@/features/careers/guide-offering-card'
import { OfferingCard } from '@/features/catalog/offering-card'
import { deps } from '@/lib/deps'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.guides.tab'))('preview') }
}

type Props = { params: Promise<{ slug: string }> }

export default async function GuidePreviewPage({ params }: Props) {
  const { slug } = await params
  await requireStaff('guide.edit', `/admin/guides/${slug}/preview`)
  const guide = await loadGuide(slug)
  const t = await getTranslations('adminCatalog.guides')
  return (
    <>
      <AdminTrail
        items={[
          { label: t('title'), href: '/admin/guides' },
          { label: guide.title, href: `/admin/guides/${slug}` },
          { label: t('tab.preview') },
        ]}
      />
      <Alert variant="info" className="my-4">
        {t('previewNote')}
      </Alert>
      <div className="-mx-4 border-border border-y bg-background pb-10 sm:mx-0 sm:rounded-lg sm:border">
        <GuideView guide={guide} today={deps().clock.now()} card={Card} />
      </div>
    </>
  )
}

function Card({ guideOffering, headingLevel }: GuideOfferingCard) {
  return (
    <OfferingCard
      offering={guideOffering.offering}
      reason={guideOffering.why}
      headingLevel={headingLevel}
    />
  )
}
