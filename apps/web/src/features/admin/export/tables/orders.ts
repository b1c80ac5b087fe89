import { toDecimalString } from '@archway/api/shared/money'
import { ordersQuery } from '../../orders/orders-query'
import { exportTable } from '../export-table'

export const orders = exportTable({
  action: 'order.read',
  schema: ordersQuery,
  read: (api, input) => api.orders.adminList(input),
  key: (row) => row.id,
  columns: {
    id: (row) => row.id,
    number: (row) => row.number,
    status: (row) => row.status,
    review: (row) => row.review,
    person_id: (row) => row.person?.id ?? null,
    name: (row) => row.person?.name ?? null,
    is_guest: (row) => row.isGuest,
    email: (row) => row.email,
    items: (row) => row.titles.join('; '),
    currency: (row) => row.currency,
    total: (row) => toDecimalString({ amountMinor: row.totalMinor, currency: row.currency }),
    refunded: (row) => toDecimalString({ amountMinor: row.refundedMinor, currency: row.currency }),
    created_at: (row) => row.createdAt,
    paid_at: (row) => row.paidAt,
  },
})
