import { orderStatuses } from '@archway/api/payments/states'
import { can } from '@archway/api/shared/permissions'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { ordersQuery } from '@/features/admin/orders/orders-query'
import { OrdersTable } from '@/features/admin/orders/orders-table'
import { requireStaff } from '@/features/admin/require-staff'
import { listInput } from '@/features/admin/table/list-input'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { ListToolbar } from '@/features/admin/table/list-toolbar'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminOperations.orders'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function OrdersPage({ searchParams }: Props) {
  const member = await requireStaff('order.read', '/admin/orders')
  const query = firstValues(await searchParams)
  const input = listInput(ordersQuery, query)
  const { orders } = await api()
  const [page, currencies] = await Promise.all([orders.adminList(input), orders.adminCurrencies()])
  const t = await getTranslations('adminOperations.orders')
  const status = await getTranslations('orders.status')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-6"
      />
      <ListToolbar
        table="orders"
        path="/admin/orders"
        query={query}
        searchLabel={t('search')}
        filters={[
          {
            kind: 'select',
            name: 'status',
            label: t('status'),
            options: orderStatuses.map((value) => ({ value, label: status(value) })),
          },
          {
            kind: 'select',
            name: 'needsReview',
            label: t('needsReview'),
            options: [
              { value: 'yes', label: t('yes') },
              { value: 'no', label: t('no') },
            ],
          },
          {
            kind: 'select',
            name: 'currency',
            label: t('currency'),
            options: currencies.map((value) => ({ value, label: value })),
          },
          { kind: 'date', name: 'createdFrom', label: t('from') },
          { kind: 'date', name: 'createdTo', label: t('to') },
        ]}
      />
      <OrdersTable
        {...page}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
        canResync={can(member, 'order.resync')}
      />
    </AdminProviders>
  )
}
