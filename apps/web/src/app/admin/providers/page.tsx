import { providerKinds } from '@archway/api/catalog/schema/vocabulary'
import { can } from '@archway/api/shared/permissions'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { providerAddressInput } from '@/features/admin/providers/list-input'
import { ProvidersTable } from '@/features/admin/providers/providers-table'
import { requireStaff } from '@/features/admin/require-staff'
import { listInput } from '@/features/admin/table/list-input'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { ListToolbar } from '@/features/admin/table/list-toolbar'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.providers'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function ProvidersPage({ searchParams }: Props) {
  const member = await requireStaff('provider.read', '/admin/providers')
  const query = firstValues(await searchParams)
  const input = listInput(providerAddressInput, query)
  const providers = await (await api()).providers.adminList(input)
  const t = await getTranslations('adminCatalog.providers')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-6"
        actions={
          can(member, 'provider.edit') ? (
            <LinkButton href="/admin/providers/new" linkComponent={Link}>
              {t('new')}
            </LinkButton>
          ) : null
        }
      />
      <ListToolbar
        table="providers"
        path="/admin/providers"
        query={query}
        searchLabel={t('search')}
        filters={[
          {
            kind: 'select',
            name: 'kind',
            label: t('column.kind'),
            options: providerKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          },
        ]}
      />
      <ProvidersTable
        {...providers}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </AdminProviders>
  )
}
