import { z } from 'zod'
import { isWholeCharge } from '../../shared/charge-step'
import { isBelowMinimumCharge } from '../../shared/minimum-charge'

export const priceChangeStates = ['scheduled', 'running', 'done', 'cancelled'] as const
export type PriceChangeState = (typeof priceChangeStates)[number]

/** A one-time price of one of our own offerings that is to count from a moment on. */
export const schedulePriceInput = z
  .object({
    offeringId: z.uuid(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    /** minor units */
    amountMinor: z.coerce.bigint().min(1n).max(100_000_000_00n),
    startsAt: z.date(),
    /** an offer's end, when the price before comes back; null for a price that stays */
    endsAt: z.date().nullable(),
  })
  .refine(isWholeCharge, { message: 'amount-in-steps', path: ['amountMinor'] })
  .refine((price) => !isBelowMinimumCharge(price), {
    message: 'below-minimum-charge',
    path: ['amountMinor'],
  })
export type SchedulePriceInput = z.infer<typeof schedulePriceInput>

export const priceChangeInput = z.object({ priceChangeId: z.uuid() })
