import { adminEnrolmentsInput } from '@archway/api/enrolments/schema'
import { exportTable } from '../export-table'

export const enrolments = exportTable({
  action: 'enrolment.read',
  schema: adminEnrolmentsInput,
  read: (api, input) => api.enrolments.adminList(input),
  key: (row) => row.enrolmentId,
  columns: {
    id: (row) => row.enrolmentId,
    person_id: (row) => row.person.id,
    email: (row) => row.person.email,
    name: (row) => row.person.name,
    offering: (row) => row.offering.slug,
    title: (row) => row.offering.title,
    kind: (row) => row.offering.kind,
    revision: (row) => row.revisionNumber,
    has_access: (row) => row.access.hasAccess,
    access_until: (row) => row.access.until,
    progress_percent: (row) => row.progressPercent,
    started_at: (row) => row.startedAt,
    last_activity_at: (row) => row.lastActivityAt,
    completed_at: (row) => row.completedAt,
  },
})
