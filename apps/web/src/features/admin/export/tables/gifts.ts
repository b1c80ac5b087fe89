import { adminGiftsInput } from '@archway/api/gifts/schema'
import { exportTable } from '../export-table'

export const gifts = exportTable({
  action: 'gift.read',
  schema: adminGiftsInput,
  read: (api, input) => api.gifts.adminList(input),
  key: (row) => row.id,
  columns: {
    id: (row) => row.id,
    offering: (row) => row.offering.title,
    order_number: (row) => row.order.number,
    giver_id: (row) => row.buyer.id,
    giver_name: (row) => row.buyer.name,
    giver_email: (row) => row.buyer.email,
    recipient_name: (row) => row.recipientName,
    recipient_email: (row) => row.recipientEmail,
    state: (row) => row.state,
    standing: (row) => row.standing,
    deliver_at: (row) => row.deliverAt,
    sends: (row) => row.sends,
    sent_at: (row) => row.sentAt,
    claimed_by: (row) => row.claimedBy?.email ?? null,
    claimed_at: (row) => row.claimedAt,
    bought_at: (row) => row.createdAt,
  },
})
