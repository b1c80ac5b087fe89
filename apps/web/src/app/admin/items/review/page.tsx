import { EmptyState } from '@archway/ui/empty-state'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ItemTabs } from '@/features/admin/items/item-tabs'
import { WaitingList } from '@/features/admin/items/waiting-list'
import { requireStaff } from '@/features/admin/require-staff'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminItems.review'))('title') }
}

export default async function ReviewPage() {
  await requireStaff('item.review', '/admin/items/review')
  const waiting = await (await api()).bank.waiting()
  const t = await getTranslations('adminItems.review')
  return (
    <>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-4"
      />
      <ItemTabs current="review" waiting={waiting.length} />
      {waiting.length === 0 ? (
        <EmptyState title={t('empty')} description={t('emptyText')} />
      ) : (
        <WaitingList rows={waiting} />
      )}
    </>
  )
}
