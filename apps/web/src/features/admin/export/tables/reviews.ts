import { reviewAddressInput } from '../../reviews/list-input'
import { exportTable } from '../export-table'

export const reviews = exportTable({
  action: 'review.moderate',
  schema: reviewAddressInput,
  read: (api, input) => api.reviews.adminList(input),
  key: (row) => row.id,
  columns: {
    id: (row) => row.id,
    offering: (row) => row.offering.title,
    rating: (row) => row.rating,
    title: (row) => row.title,
    body: (row) => row.body,
    author: (row) => row.user.email,
    status: (row) => row.status,
    reason: (row) => row.statusReason,
    created_at: (row) => row.createdAt,
    updated_at: (row) => row.updatedAt,
  },
})
