import { adminDisputesInput } from '@archway/api/disputes/schema'
import { toDecimalString } from '@archway/api/shared/money'
import { exportTable } from '../export-table'

export const disputes = exportTable({
  action: 'order.read',
  schema: adminDisputesInput,
  read: (api, input) => api.disputes.adminList(input),
  key: (row) => row.id,
  columns: {
    id: (row) => row.id,
    order_id: (row) => row.order.id,
    order_number: (row) => row.order.number,
    name: (row) => row.order.name,
    email: (row) => row.order.email,
    status: (row) => row.status,
    reason: (row) => row.reason,
    currency: (row) => row.currency,
    amount: (row) => toDecimalString(row),
    answer_by: (row) => row.evidenceDueBy,
    evidence_sent: (row) => row.submissions,
    opened_at: (row) => row.createdAt,
  },
})
