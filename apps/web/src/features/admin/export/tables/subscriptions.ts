import { toDecimalString } from '@archway/api/shared/money'
import { subscriptionsQuery } from '../../subscriptions/list-input'
import { exportTable } from '../export-table'

export const subscriptions = exportTable({
  action: 'subscription.read',
  schema: subscriptionsQuery,
  read: (api, input) => api.subscriptions.adminList(input),
  key: (row) => row.id,
  columns: {
    id: (row) => row.id,
    person_id: (row) => row.person.id,
    name: (row) => row.person.name,
    email: (row) => row.person.email,
    status: (row) => row.status,
    review: (row) => row.review,
    period: (row) => row.period,
    currency: (row) => row.currency,
    price: (row) => toDecimalString(row),
    payments: (row) => row.payments,
    started_at: (row) => row.startedAt,
    trial_ends_at: (row) => row.trialEndsAt,
    period_end: (row) => row.periodEnd,
    cancel_at: (row) => row.cancelAt,
    paused_until: (row) => row.pausedUntil,
    grace_until: (row) => row.graceUntil,
    ended_at: (row) => row.endedAt,
    created_at: (row) => row.createdAt,
  },
})
