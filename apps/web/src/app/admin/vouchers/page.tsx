import { adminVouchersInput } from '@archway/api/exams/schema/vouchers'
import { voucherStates } from '@archway/api/exams/states'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireStaff } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { VouchersTable } from '@/features/admin/vouchers/vouchers-table'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminPurchases.vouchers'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function VouchersPage({ searchParams }: Props) {
  await requireStaff('order.read', '/admin/vouchers')
  const { query, input } = await listState(adminVouchersInput, searchParams)
  const page = await (await api()).exams.adminVouchers(input)
  const t = await getTranslations('adminPurchases.vouchers')
  const common = await getTranslations('adminPurchases')
  const states = await getTranslations('teams.vouchers.state')
  return (
    <ListPage
      table="vouchers"
      path="/admin/vouchers"
      query={query}
      title={t('title')}
      description={t('description')}
      searchLabel={t('search')}
      filters={[choiceFilter('state', common('state'), voucherStates, states)]}
    >
      <VouchersTable
        {...page}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </ListPage>
  )
}
