import { z } from 'zod'
import { pageInput } from '../../shared/pagination'
import { voucherStates } from '../states'

export const adminVouchersInput = pageInput.extend({
  /** owner, title of the exam or number of the order */
  search: z.string().trim().max(200).optional(),
  state: z.enum(voucherStates).optional(),
  ownerId: z.uuid().optional(),
  sort: z.enum(['createdAt', 'validUntil', 'owner']).default('createdAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
})
export type AdminVouchersInput = z.infer<typeof adminVouchersInput>
