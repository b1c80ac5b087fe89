import { adminVouchersInput } from '@archway/api/exams/schema/vouchers'
import { exportTable } from '../export-table'

export const vouchers = exportTable({
  action: 'order.read',
  schema: adminVouchersInput,
  read: (api, input) => api.exams.adminVouchers(input),
  key: (row) => row.id,
  columns: {
    id: (row) => row.id,
    exam: (row) => row.offering.title,
    order_number: (row) => row.order.number,
    owner_id: (row) => row.owner.id,
    owner_name: (row) => row.owner.name,
    owner_email: (row) => row.owner.email,
    state: (row) => row.state,
    usable: (row) => row.isUsable,
    valid_until: (row) => row.validUntil,
    used_at: (row) => row.usedAt,
    bought_at: (row) => row.createdAt,
  },
})
