import { bundleStatuses } from '@archway/api/bundles/states'
import { can } from '@archway/api/shared/permissions'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { BundlesTable } from '@/features/admin/bundles/bundles-table'
import { bundleAddressInput } from '@/features/admin/bundles/list-input'
import { requireStaff } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminBundles'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function BundlesPage({ searchParams }: Props) {
  const member = await requireStaff('offering.read', '/admin/bundles')
  const { query, input } = await listState(bundleAddressInput, searchParams)
  const bundles = await (await api()).bundles.adminList(input)
  const t = await getTranslations('adminBundles')
  return (
    <ListPage
      table="bundles"
      path="/admin/bundles"
      query={query}
      title={t('title')}
      description={t('description')}
      actions={
        can(member, 'offering.edit') ? (
          <LinkButton href="/admin/bundles/new" linkComponent={Link}>
            {t('new')}
          </LinkButton>
        ) : null
      }
      searchLabel={t('search')}
      filters={[
        choiceFilter('status', t('column.status'), bundleStatuses, (value) => t(`status.${value}`)),
      ]}
    >
      <BundlesTable
        {...bundles}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </ListPage>
  )
}
