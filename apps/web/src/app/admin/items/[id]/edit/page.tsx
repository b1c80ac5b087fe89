import { isWritable } from '@archway/api/bank/states'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { valuesOf } from '@/features/admin/items/form-values'
import { VersionEditor } from '@/features/admin/items/item-editors'
import { loadItem } from '@/features/admin/items/load-item'
import { requireStaff } from '@/features/admin/require-staff'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await loadItem((await params).id)
  return { title: (await getTranslations('adminItems.form'))('editTitle', { code }) }
}

export default async function EditItemPage({ params }: Props) {
  const { id } = await params
  await requireStaff('item.write', `/admin/items/${id}/edit`)
  const item = await loadItem(id)
  const [newest] = item.versions
  if (!newest || !isWritable(item.state)) notFound()
  const caller = await api()
  const blueprint = (await caller.bank.blueprints()).find(
    ({ offeringId }) => offeringId === item.offering.id,
  )
  if (!blueprint) notFound()
  // Writing begins with the key of before: opening it is written down like any other look at it.
  const opened = await caller.bank.openVersion({ versionId: newest.id })
  const t = await getTranslations('adminItems')
  const title = t('form.editTitle', { code: item.code })
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={title}
        description={t(item.state === 'draft' ? 'form.draftRule' : 'form.inUseRule')}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[
              { label: t('title'), href: '/admin/items' },
              { label: item.code, href: `/admin/items/${id}` },
              { label: t('form.trail') },
            ]}
          />
        }
      />
      <VersionEditor
        key={newest.id}
        itemId={id}
        baseVersionId={newest.id}
        initial={valuesOf({ item: newest.content, ...opened }, newest)}
        blueprint={blueprint}
      />
    </AdminProviders>
  )
}
