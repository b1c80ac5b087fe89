import { peopleListInput } from '@archway/api/accounts/schema'
import { exportTable } from '../export-table'

export const people = exportTable({
  action: 'person.read',
  schema: peopleListInput,
  read: (api, input) => api.accounts.adminList(input),
  key: (row) => row.id,
  columns: {
    id: (row) => row.id,
    email: (row) => row.email,
    name: (row) => row.name,
    roles: (row) => row.roles.join(' '),
    email_verified_at: (row) => row.emailVerified,
    suspended_at: (row) => row.suspendedAt,
    enrolments: (row) => row.enrolmentCount,
    orders: (row) => row.orderCount,
    created_at: (row) => row.createdAt,
  },
})
