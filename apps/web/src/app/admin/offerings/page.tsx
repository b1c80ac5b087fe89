import {
  offeringKinds,
  offeringOrigins,
  offeringStatuses,
} from '@archway/api/catalog/schema/vocabulary'
import { can } from '@archway/api/shared/permissions'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { offeringAddressInput } from '@/features/admin/offerings/list-input'
import { OfferingsTable } from '@/features/admin/offerings/offerings-table'
import { requireStaff } from '@/features/admin/require-staff'
import { listInput } from '@/features/admin/table/list-input'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { ListToolbar } from '@/features/admin/table/list-toolbar'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.offerings'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function OfferingsPage({ searchParams }: Props) {
  const member = await requireStaff('offering.read', '/admin/offerings')
  const query = firstValues(await searchParams)
  const input = listInput(offeringAddressInput, query)
  const caller = await api()
  const [offerings, providers] = await Promise.all([
    caller.catalog.adminList(input),
    caller.providers.adminList({ pageSize: 200, sort: 'name', direction: 'asc' }),
  ])
  const t = await getTranslations('adminCatalog.offerings')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-6"
        actions={
          can(member, 'offering.edit') ? (
            <LinkButton href="/admin/offerings/new" linkComponent={Link}>
              {t('new')}
            </LinkButton>
          ) : null
        }
      />
      <ListToolbar
        table="offerings"
        path="/admin/offerings"
        query={query}
        searchLabel={t('search')}
        filters={[
          {
            kind: 'select',
            name: 'kind',
            label: t('column.kind'),
            options: offeringKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
          },
          {
            kind: 'select',
            name: 'origin',
            label: t('column.origin'),
            options: offeringOrigins.map((value) => ({ value, label: t(`origin.${value}`) })),
          },
          {
            kind: 'select',
            name: 'status',
            label: t('column.status'),
            options: offeringStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
          },
          {
            kind: 'select',
            name: 'providerId',
            label: t('column.provider'),
            options: providers.rows.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
      />
      <OfferingsTable
        {...offerings}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
        canPublish={can(member, 'offering.publish')}
      />
    </AdminProviders>
  )
}
