import { payoutsInput } from '@archway/api/payouts/schema'
import { toDecimalString } from '@archway/api/shared/money'
import { exportTable } from '../export-table'

export const payouts = exportTable({
  action: 'payout.read',
  schema: payoutsInput,
  read: (api, input) => api.payouts.list(input),
  key: (row) => row.id,
  columns: {
    id: (row) => row.id,
    number: (row) => row.number,
    provider: (row) => row.provider,
    state: (row) => row.state,
    reason: (row) => row.reason,
    currency: (row) => row.currency,
    amount: (row) => toDecimalString(row),
    taken_back: (row) =>
      toDecimalString({ amountMinor: row.reversedMinor, currency: row.currency }),
    made_at: (row) => row.createdAt,
    sent_at: (row) => row.sentAt,
  },
})
