import { listFactsInput } from '@archway/api/careers/schema/facts'
import { factKinds } from '@archway/api/careers/schema/vocabulary'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { FactsTable } from '@/features/admin/guides/facts-table'
import { GuideTabs } from '@/features/admin/guides/guide-tabs'
import { requireStaff } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.guides.facts'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function FactsPage({ searchParams }: Props) {
  await requireStaff('guide.edit', '/admin/guides/facts')
  const { query, input } = await listState(listFactsInput, searchParams)
  const { careers } = await api()
  const [facts, guides] = await Promise.all([
    careers.adminFacts(input),
    careers.adminList({ pageSize: 200 }),
  ])
  const t = await getTranslations('adminCatalog.guides.facts')
  return (
    <ListPage
      table="facts"
      path="/admin/guides/facts"
      query={query}
      title={t('title')}
      description={t('description')}
      actions={
        <LinkButton href="/admin/guides/facts/new" linkComponent={Link}>
          {t('new')}
        </LinkButton>
      }
      tabs={<GuideTabs current="facts" />}
      searchLabel={t('search')}
      filters={[
        choiceFilter('kind', t('field.kind'), factKinds, (value) => t(`kind.${value}`)),
        choiceFilter('state', t('state'), ['overdue', 'unused'], (value) => t(`states.${value}`)),
        {
          kind: 'select',
          name: 'guide',
          label: t('usedIn'),
          options: guides.rows.map(({ slug, title }) => ({ value: slug, label: title })),
        },
      ]}
    >
      <FactsTable
        {...facts}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </ListPage>
  )
}
