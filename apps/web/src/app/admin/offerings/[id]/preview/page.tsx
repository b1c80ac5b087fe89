import { canEditContent } from '@archway/api/catalog/policy'
import { Alert } from '@archway/ui/alert'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { loadAdminOffering } from '@/features/admin/offerings/load-offering'
import { loadPreview } from '@/features/admin/offerings/load-preview'
import { requireStaffOrProvider } from '@/features/admin/require-staff'
import { OfferingView } from '@/features/catalog/offering/offering-view'
import { deps } from '@/lib/deps'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.offerings'))('tab.preview') }
}

type Props = { params: Promise<{ id: string }> }

/** The draft of the content when there is one, else what is public; nothing for those who may not edit. */
async function editionOf(offeringId: string) {
  const { content } = (await api()).catalog
  const draft = await content.draft({ offeringId })
  if (draft) return { id: draft.revisionId, number: draft.number }
  const current = (await content.history({ offeringId })).find(({ isCurrent }) => isCurrent)
  return current ? { id: current.revisionId, number: current.number } : null
}

export default async function PreviewPage({ params }: Props) {
  const { id } = await params
  const member = await requireStaffOrProvider('offering.read', `/admin/offerings/${id}/preview`)
  const offering = await loadAdminOffering(id)
  const hasContent = offering.kind === 'course' && offering.origin === 'own'
  const edition =
    hasContent && canEditContent(member, { providerId: offering.provider.id }).ok
      ? await editionOf(id)
      : null
  const preview = await loadPreview(offering, edition)
  const t = await getTranslations('adminCatalog.offerings')
  return (
    <>
      <AdminTrail
        items={[
          { label: t('title'), href: '/admin/offerings' },
          { label: offering.title, href: `/admin/offerings/${id}` },
          { label: t('tab.preview') },
        ]}
      />
      <Alert variant="info" className="my-4">
        {t('previewNote')}
      </Alert>
      <div className="-mx-4 border-border border-y bg-background sm:mx-0 sm:rounded-lg sm:border">
        <OfferingView offering={preview} today={deps().clock.now()} refundText={null} />
      </div>
    </>
  )
}
