import { adminOrdersInput } from '@archway/api/orders/schema/order'
import { orderStatuses } from '@archway/api/payments/states'
import { z } from 'zod'
import { includedDay } from '../day-range'

/** The address of the order list, for the page and its export alike. */
export const ordersQuery = adminOrdersInput.extend({
  status: z
    .enum(orderStatuses)
    .transform((status) => [status])
    .optional(),
  needsReview: z
    .enum(['yes', 'no'])
    .transform((answer) => answer === 'yes')
    .optional(),
  createdTo: includedDay,
})
