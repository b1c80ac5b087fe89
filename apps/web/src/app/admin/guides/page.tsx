import { adminGuidesInput } from '@archway/api/careers/schema/guide'
import { guideStatuses } from '@archway/api/careers/states'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { GuideTabs } from '@/features/admin/guides/guide-tabs'
import { GuidesTable } from '@/features/admin/guides/guides-table'
import { requireStaff } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.guides'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function GuidesPage({ searchParams }: Props) {
  await requireStaff('guide.edit', '/admin/guides')
  const { query, input } = await listState(adminGuidesInput, searchParams)
  const guides = await (await api()).careers.adminList(input)
  const t = await getTranslations('adminCatalog.guides')
  return (
    <ListPage
      table="guides"
      path="/admin/guides"
      query={query}
      title={t('title')}
      description={t('description')}
      actions={
        <LinkButton href="/admin/guides/new" linkComponent={Link}>
          {t('new')}
        </LinkButton>
      }
      tabs={<GuideTabs current="guides" />}
      searchLabel={t('search')}
      filters={[choiceFilter('status', t('state'), guideStatuses, (value) => t(`status.${value}`))]}
    >
      <GuidesTable
        {...guides}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </ListPage>
  )
}
