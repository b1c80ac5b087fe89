import { z } from 'zod'
import { priceData } from '../prices/schema'
import { boolean, integer, metadata, text } from '../schema'

const quantity = integer.refine((value) => value >= 1, 'The quantity must be at least 1')

const newItem = z.strictObject({
  price: text().optional(),
  price_data: priceData.optional(),
  quantity: quantity.optional(),
  metadata: metadata.optional(),
})

const trialSettings = z.strictObject({
  end_behavior: z.strictObject({
    missing_payment_method: z.enum(['cancel', 'create_invoice', 'pause']),
  }),
})

/** Whether an unpaid first or changed invoice is let stand, left to be paid later, or refused. */
const paymentBehavior = z.enum(['allow_incomplete', 'default_incomplete', 'error_if_incomplete'])

export const prorationBehavior = z.enum(['always_invoice', 'create_prorations', 'none'])

export type ProrationBehavior = z.output<typeof prorationBehavior>

export const cancellationDetails = z.strictObject({
  comment: z.string().max(5000).optional(),
  feedback: z.string().max(100).optional(),
})

export const createParams = z.strictObject({
  customer: text(),
  items: z.array(newItem).min(1).max(20),
  collection_method: z.literal('charge_automatically').optional(),
  default_payment_method: text().optional(),
  description: text(500).optional(),
  metadata: metadata.optional(),
  off_session: boolean.optional(),
  payment_behavior: paymentBehavior.optional(),
  trial_end: integer.optional(),
  trial_period_days: integer
    .refine((value) => value >= 1 && value <= 730, 'A trial lasts between 1 and 730 days')
    .optional(),
  trial_settings: trialSettings.optional(),
})

export type CreateParams = z.output<typeof createParams>

export const updateParams = z.strictObject({
  billing_cycle_anchor: z.strictObject({ type: z.enum(['now', 'unchanged']) }).optional(),
  cancel_at: z.union([z.literal(''), z.literal('min_period_end'), integer]).optional(),
  cancel_at_period_end: boolean.optional(),
  cancellation_details: cancellationDetails.optional(),
  default_payment_method: text().optional(),
  description: z.string().max(500).optional(),
  items: z
    .array(newItem.extend({ id: text() }))
    .min(1)
    .max(20)
    .optional(),
  metadata: metadata.optional(),
  off_session: boolean.optional(),
  pause_collection: z
    .union([
      z.literal(''),
      z.strictObject({
        behavior: z.enum(['keep_as_draft', 'mark_uncollectible', 'void']),
        resumes_at: integer.optional(),
      }),
    ])
    .optional(),
  payment_behavior: z.enum(['allow_incomplete', 'error_if_incomplete']).optional(),
  proration_behavior: prorationBehavior.optional(),
  proration_date: integer.optional(),
  trial_end: z.union([z.literal('now'), integer]).optional(),
  trial_settings: trialSettings.optional(),
})

export type UpdateParams = z.output<typeof updateParams>

export const cancelParams = z.strictObject({
  cancellation_details: cancellationDetails.optional(),
  invoice_now: boolean.optional(),
  prorate: boolean.optional(),
})

export type CancelParams = z.output<typeof cancelParams>
