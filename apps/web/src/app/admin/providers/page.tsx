import { providerKinds } from '@archway/api/catalog/schema/vocabulary'
import { can } from '@archway/api/shared/permissions'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { providerAddressInput } from '@/features/admin/providers/list-input'
import { ProvidersTable } from '@/features/admin/providers/providers-table'
import { requireStaff } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.providers'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function ProvidersPage({ searchParams }: Props) {
  const member = await requireStaff('provider.read', '/admin/providers')
  const { query, input } = await listState(providerAddressInput, searchParams)
  const providers = await (await api()).providers.adminList(input)
  const t = await getTranslations('adminCatalog.providers')
  return (
    <ListPage
      table="providers"
      path="/admin/providers"
      query={query}
      title={t('title')}
      description={t('description')}
      actions={
        can(member, 'provider.edit') ? (
          <LinkButton href="/admin/providers/new" linkComponent={Link}>
            {t('new')}
          </LinkButton>
        ) : null
      }
      searchLabel={t('search')}
      filters={[
        choiceFilter('kind', t('column.kind'), providerKinds, (value) => t(`kind.${value}`)),
      ]}
    >
      <ProvidersTable
        {...providers}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </ListPage>
  )
}
