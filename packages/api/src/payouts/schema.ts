import { z } from 'zod'
import { pageInput } from '../shared/pagination'
import { payoutStates } from './states'

export const providerAccountInput = z.object({ providerId: z.uuid() })

export const payoutInput = z.object({ payoutId: z.uuid() })

/** Whom to pay: the providers of the plan that were chosen. */
export const runPayoutsInput = z.object({ providerIds: z.array(z.uuid()).min(1).max(500) })

export const reversePayoutInput = payoutInput.extend({
  /** made by the form, so that sending it twice is one reversal */
  requestId: z.uuid(),
  amountMinor: z.bigint().positive(),
  reason: z.string().trim().min(3).max(500),
})
export type ReversePayoutInput = z.infer<typeof reversePayoutInput>

export const payoutsInput = pageInput.extend({
  search: z.string().trim().max(100).optional(),
  state: z.array(z.enum(payoutStates)).max(6).optional(),
  providerId: z.uuid().optional(),
  sort: z.enum(['createdAt', 'amountMinor', 'number']).default('createdAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
})
export type PayoutsInput = z.infer<typeof payoutsInput>

/** Whose year it is, UTC. */
export const taxTotalsInput = z.object({ year: z.number().int().min(2000).max(2999) })
