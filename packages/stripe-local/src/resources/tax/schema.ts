import { z } from 'zod'
import { address, currency, integer, metadata, text } from '../schema'

/** A line to work tax out for. The code is one of Stripe's list (docs.stripe.com/tax/tax-codes). */
const lineItem = z.strictObject({
  amount: integer.refine((amount) => amount >= 0, 'Amounts of lines are not negative here'),
  quantity: integer.optional(),
  reference: text(500),
  tax_behavior: z.enum(['inclusive', 'exclusive']),
  tax_code: z.string().regex(/^txcd_\d{8}$/, 'No such tax code'),
})

export const calculationParams = z.strictObject({
  currency,
  line_items: z.array(lineItem).min(1),
  customer_details: z.strictObject({
    address: address.extend({ country: z.string().length(2) }),
    address_source: z.literal('billing'),
    tax_ids: z
      .array(
        z.strictObject({
          type: z.enum(['eu_vat', 'gb_vat', 'ch_vat', 'no_vat']),
          value: text(100),
        }),
      )
      .optional(),
  }),
})
export type CalculationParams = z.output<typeof calculationParams>

export const transactionParams = z.strictObject({
  calculation: text(),
  reference: text(500),
  metadata: metadata.optional(),
})

export const reversalParams = z.strictObject({
  mode: z.literal('partial'),
  original_transaction: text(),
  reference: text(500),
  flat_amount: integer.refine((amount) => amount < 0, 'What is taken back is negative'),
  metadata: metadata.optional(),
})
