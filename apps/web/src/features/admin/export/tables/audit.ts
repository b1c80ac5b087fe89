import { auditQuery } from '../../audit/audit-query'
import { exportTable } from '../export-table'

const json = (value: unknown) => (value === null ? null : JSON.stringify(value))

export const audit = exportTable({
  action: 'audit.read',
  schema: auditQuery,
  read: (api, input) => api.audit.adminList(input),
  key: (row) => row.id,
  columns: {
    id: (row) => row.id,
    at: (row) => row.at,
    actor_id: (row) => row.actorId,
    actor: (row) => row.actorName,
    action: (row) => row.action,
    entity_type: (row) => row.entityType,
    entity_id: (row) => row.entityId,
    reason: (row) => row.reason,
    before: (row) => json(row.before),
    after: (row) => json(row.after),
  },
})
