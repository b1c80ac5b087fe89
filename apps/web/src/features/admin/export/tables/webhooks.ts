import { adminEventsInput } from '@archway/api/payments/schema'
import { exportTable } from '../export-table'

export const webhooks = exportTable({
  action: 'webhook.read',
  schema: adminEventsInput,
  read: (api, input) => api.payments.adminEvents(input),
  key: (row) => row.id,
  columns: {
    id: (row) => row.id,
    type: (row) => row.type,
    state: (row) => row.state,
    note: (row) => row.note,
    target: (row) => row.targetKey,
    livemode: (row) => row.livemode,
    api_version: (row) => row.apiVersion,
    deliveries: (row) => row.deliveries,
    occurred_at: (row) => row.occurredAt,
    received_at: (row) => row.receivedAt,
  },
})
