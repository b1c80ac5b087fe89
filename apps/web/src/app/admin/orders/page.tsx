import { orderStatuses } from '@archway/api/payments/states'
import { can } from '@archway/api/shared/permissions'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ordersQuery } from '@/features/admin/orders/orders-query'
import { OrdersTable } from '@/features/admin/orders/orders-table'
import { requireStaff } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminOperations.orders'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function OrdersPage({ searchParams }: Props) {
  const member = await requireStaff('order.read', '/admin/orders')
  const { query, input } = await listState(ordersQuery, searchParams)
  const { orders } = await api()
  const [page, currencies] = await Promise.all([orders.adminList(input), orders.adminCurrencies()])
  const t = await getTranslations('adminOperations.orders')
  const status = await getTranslations('orders.status')
  return (
    <ListPage
      table="orders"
      path="/admin/orders"
      query={query}
      title={t('title')}
      description={t('description')}
      searchLabel={t('search')}
      filters={[
        choiceFilter('status', t('status'), orderStatuses, status),
        choiceFilter('needsReview', t('needsReview'), ['yes', 'no'], (value) => t(value)),
        choiceFilter('currency', t('currency'), currencies),
        { kind: 'date', name: 'createdFrom', label: t('from') },
        { kind: 'date', name: 'createdTo', label: t('to') },
      ]}
    >
      <OrdersTable
        {...page}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
        canResync={can(member, 'order.resync')}
      />
    </ListPage>
  )
}
