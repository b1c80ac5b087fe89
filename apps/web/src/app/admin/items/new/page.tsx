import { EmptyState } from '@archway/ui/empty-state'
import { NavTabs } from '@archway/ui/nav-tabs'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { NewItemEditor } from '@/features/admin/items/item-editors'
import { requireStaff } from '@/features/admin/require-staff'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminItems.form'))('newTitle') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function NewItemPage({ searchParams }: Props) {
  await requireStaff('item.write', '/admin/items/new')
  const { exam } = firstValues(await searchParams)
  const blueprints = await (await api()).bank.blueprints()
  const blueprint = blueprints.find(({ offeringId }) => offeringId === exam) ?? blueprints[0]
  const t = await getTranslations('adminItems')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('form.newTitle')}
        className="mb-4"
        breadcrumb={
          <AdminTrail
            items={[{ label: t('title'), href: '/admin/items' }, { label: t('form.newTitle') }]}
          />
        }
      />
      {blueprint ? (
        <>
          <NavTabs
            label={t('column.exam')}
            linkComponent={Link}
            className="mb-6"
            items={blueprints.map(({ offeringId, title }) => ({
              href: `/admin/items/new?exam=${offeringId}`,
              label: title,
              current: offeringId === blueprint.offeringId,
            }))}
          />
          <NewItemEditor key={blueprint.offeringId} blueprint={blueprint} />
        </>
      ) : (
        <EmptyState title={t('coverage.noBlueprint')} />
      )}
    </AdminProviders>
  )
}
