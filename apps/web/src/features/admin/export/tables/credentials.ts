import { adminCredentialsInput } from '@archway/api/credentials/schema'
import { exportTable } from '../export-table'

export const credentials = exportTable({
  action: 'credential.read',
  schema: adminCredentialsInput,
  read: (api, input) => api.credentials.adminList(input),
  key: (row) => row.id,
  columns: {
    id: (row) => row.id,
    number: (row) => row.licenseNumber,
    name: (row) => row.subjectName,
    holder_email: (row) => row.holder?.email ?? null,
    achievement: (row) => row.title,
    issuer: (row) => row.issuer,
    cause: (row) => row.cause,
    state: (row) => row.standing,
    valid_from: (row) => row.validFrom,
    valid_until: (row) => row.validUntil,
    issued_at: (row) => row.createdAt,
    to_decide: (row) => (row.hasOpenCase ? 'yes' : 'no'),
  },
})
