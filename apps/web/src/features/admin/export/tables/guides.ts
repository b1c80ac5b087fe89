import { adminGuidesInput } from '@archway/api/careers/schema/guide'
import { exportTable } from '../export-table'

export const guides = exportTable({
  action: 'guide.edit',
  schema: adminGuidesInput,
  read: (api, input) => api.careers.adminList(input),
  key: (row) => row.slug,
  columns: {
    slug: (row) => row.slug,
    title: (row) => row.title,
    question: (row) => row.question,
    status: (row) => row.status,
    problems: (row) => row.problemCount,
    facts: (row) => row.factCount,
    overdue_facts: (row) => row.overdueCount,
    offerings: (row) => row.offeringCount,
    reviewed_on: (row) => row.reviewedOn,
    review_by: (row) => row.reviewBy,
    updated_at: (row) => row.updatedAt,
  },
})
