import { listFactsInput } from '@archway/api/careers/schema/facts'
import { factKinds } from '@archway/api/careers/schema/vocabulary'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { FactsTable } from '@/features/admin/guides/facts-table'
import { GuideTabs } from '@/features/admin/guides/guide-tabs'
import { requireStaff } from '@/features/admin/require-staff'
import { listInput } from '@/features/admin/table/list-input'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { ListToolbar } from '@/features/admin/table/list-toolbar'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.guides.facts'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function FactsPage({ searchParams }: Props) {
  await requireStaff('guide.edit', '/admin/guides/facts')
  const query = firstValues(await searchParams)
  const input = listInput(listFactsInput, query)
  const { careers } = await api()
  const [facts, guides] = await Promise.all([
    careers.adminFacts(input),
    careers.adminList({ pageSize: 200 }),
  ])
  const t = await getTranslations('adminCatalog.guides.facts')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-4"
        actions={
          <LinkButton href="/admin/guides/facts/new" linkComponent={Link}>
            {t('new')}
          </LinkButton>
        }
      />
      <GuideTabs current="facts" />
      <ListToolbar
        table="facts"
        path="/admin/guides/facts"
        query={query}
        searchLabel={t('search')}
        filters={[
          {
            kind: 'select',
            name: 'kind',
            label: t('field.kind'),
            options: factKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          },
          {
            kind: 'select',
            name: 'state',
            label: t('state'),
            options: (['overdue', 'unused'] as const).map((value) => ({
              value,
              label: t(`states.${value}`),
            })),
          },
          {
            kind: 'select',
            name: 'guide',
            label: t('usedIn'),
            options: guides.rows.map(({ slug, title }) => ({ value: slug, label: title })),
          },
        ]}
      />
      <FactsTable
        {...facts}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </AdminProviders>
  )
}
