import { adminPoolsInput } from '@archway/api/seats/schema'
import { poolStates } from '@archway/api/seats/states'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireStaff } from '@/features/admin/require-staff'
import { PoolsTable } from '@/features/admin/seats/pools-table'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminPurchases.seats'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function SeatPacksPage({ searchParams }: Props) {
  await requireStaff('seat.read', '/admin/seats')
  const { query, input } = await listState(adminPoolsInput, searchParams)
  const page = await (await api()).seats.adminList(input)
  const t = await getTranslations('adminPurchases.seats')
  const common = await getTranslations('adminPurchases')
  const states = await getTranslations('teams.packs.state')
  return (
    <ListPage
      table="seats"
      path="/admin/seats"
      query={query}
      title={t('title')}
      description={t('description')}
      searchLabel={t('search')}
      filters={[choiceFilter('state', common('state'), poolStates, states)]}
    >
      <PoolsTable
        {...page}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </ListPage>
  )
}
