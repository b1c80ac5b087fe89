import {
  offeringKinds,
  offeringOrigins,
  offeringStatuses,
} from '@archway/api/catalog/schema/vocabulary'
import { can } from '@archway/api/shared/permissions'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { offeringAddressInput } from '@/features/admin/offerings/list-input'
import { OfferingsTable } from '@/features/admin/offerings/offerings-table'
import { requireStaffOrProvider } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.offerings'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function OfferingsPage({ searchParams }: Props) {
  const member = await requireStaffOrProvider('offering.read', '/admin/offerings')
  const seesAll = can(member, 'offering.read')
  const { query, input } = await listState(offeringAddressInput, searchParams)
  const caller = await api()
  const [offerings, providers] = await Promise.all([
    seesAll ? caller.catalog.adminList(input) : caller.catalog.myList(input),
    seesAll ? caller.providers.adminList({ pageSize: 200, sort: 'name', direction: 'asc' }) : null,
  ])
  const t = await getTranslations('adminCatalog.offerings')
  return (
    <ListPage
      table="offerings"
      path="/admin/offerings"
      query={query}
      title={t('title')}
      description={t(seesAll ? 'description' : 'ownDescription')}
      actions={
        can(member, 'offering.edit') || member.providerIds.length > 0 ? (
          <LinkButton href="/admin/offerings/new" linkComponent={Link}>
            {t('new')}
          </LinkButton>
        ) : null
      }
      searchLabel={t('search')}
      filters={[
        choiceFilter('kind', t('column.kind'), offeringKinds, (kind) => t(`kind.${kind}`)),
        choiceFilter('origin', t('column.origin'), offeringOrigins, (value) =>
          t(`origin.${value}`),
        ),
        choiceFilter('status', t('column.status'), offeringStatuses, (value) =>
          t(`status.${value}`),
        ),
        ...(providers
          ? [
              {
                kind: 'select' as const,
                name: 'providerId',
                label: t('column.provider'),
                options: providers.rows.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]
          : []),
      ]}
    >
      <OfferingsTable
        {...offerings}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
        canPublish={can(member, 'offering.publish')}
      />
    </ListPage>
  )
}
