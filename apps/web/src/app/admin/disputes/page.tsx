import { adminDisputesInput, disputeGroups } from '@archway/api/disputes/schema'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DisputesTable } from '@/features/admin/disputes/disputes-table'
import { requireStaff } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { wordOr } from '@/features/admin/word-or'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminDisputes'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function DisputesPage({ searchParams }: Props) {
  await requireStaff('order.read', '/admin/disputes')
  const { query, input } = await listState(adminDisputesInput, searchParams)
  const { disputes } = await api()
  const [page, reasons] = await Promise.all([disputes.adminList(input), disputes.adminReasons()])
  const t = await getTranslations('adminDisputes')
  return (
    <ListPage
      table="disputes"
      path="/admin/disputes"
      query={query}
      title={t('title')}
      description={t('description')}
      searchLabel={t('search')}
      filters={[
        choiceFilter('group', t('state'), disputeGroups, (group) => t(`groups.${group}`)),
        choiceFilter('reason', t('reason'), reasons, (reason) =>
          wordOr(t, `reasons.${reason}`, reason),
        ),
      ]}
    >
      <DisputesTable
        {...page}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </ListPage>
  )
}
