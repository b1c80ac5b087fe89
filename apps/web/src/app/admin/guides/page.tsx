import { adminGuidesInput } from '@archway/api/careers/schema/guide'
import { guideStatuses } from '@archway/api/careers/states'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { GuideTabs } from '@/features/admin/guides/guide-tabs'
import { GuidesTable } from '@/features/admin/guides/guides-table'
import { requireStaff } from '@/features/admin/require-staff'
import { listInput } from '@/features/admin/table/list-input'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { ListToolbar } from '@/features/admin/table/list-toolbar'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.guides'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function GuidesPage({ searchParams }: Props) {
  await requireStaff('guide.edit', '/admin/guides')
  const query = firstValues(await searchParams)
  const input = listInput(adminGuidesInput, query)
  const guides = await (await api()).careers.adminList(input)
  const t = await getTranslations('adminCatalog.guides')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-4"
        actions={
          <LinkButton href="/admin/guides/new" linkComponent={Link}>
            {t('new')}
          </LinkButton>
        }
      />
      <GuideTabs current="guides" />
      <ListToolbar
        table="guides"
        path="/admin/guides"
        query={query}
        searchLabel={t('search')}
        filters={[
          {
            kind: 'select',
            name: 'status',
            label: t('state'),
            options: guideStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
          },
        ]}
      />
      <GuidesTable
        {...guides}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </AdminProviders>
  )
}
