import { adminPoolsInput } from '@archway/api/seats/schema'
import { exportTable } from '../export-table'

export const seats = exportTable({
  action: 'seat.read',
  schema: adminPoolsInput,
  read: (api, input) => api.seats.adminList(input),
  key: (row) => row.id,
  columns: {
    id: (row) => row.id,
    offering: (row) => row.offering.title,
    order_number: (row) => row.order.number,
    owner_id: (row) => row.owner.id,
    owner_name: (row) => row.owner.name,
    owner_email: (row) => row.owner.email,
    state: (row) => row.state,
    bought: (row) => row.quantity,
    paid_back: (row) => row.refundedSeats,
    claimed: (row) => row.counts.claimed,
    invited: (row) => row.counts.invited,
    free: (row) => row.counts.free,
    bought_at: (row) => row.createdAt,
  },
})
