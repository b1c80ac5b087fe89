import { z } from 'zod'
import { boolean, currency, integer, metadata, text, webUrl } from '../schema'

/** How often a recurring price is paid. */
export const recurring = z.strictObject({
  interval: z.enum(['day', 'week', 'month', 'year']),
  interval_count: integer
    .refine((value) => value >= 1 && value <= 36, 'An interval count lies between 1 and 36')
    .optional(),
  usage_type: z.literal('licensed').optional(),
})

export type Recurring = z.output<typeof recurring>

export const productData = z.strictObject({
  name: text(),
  description: text().optional(),
  images: z.array(webUrl).max(8).optional(),
  metadata: metadata.optional(),
  tax_code: text().optional(),
  unit_label: text(12).optional(),
})

export type ProductData = z.output<typeof productData>

/** The amount of a price, as `price_data` and a new price give it. */
export const amountFields = {
  currency,
  recurring: recurring.optional(),
  tax_behavior: z.enum(['exclusive', 'inclusive', 'unspecified']).optional(),
  unit_amount: integer.refine((value) => value >= 0, 'An amount cannot be negative'),
}

/** A price made on the spot for a product that exists. */
export const priceData = z.strictObject({ ...amountFields, product: text() })

export type PriceData = z.output<typeof priceData>

export const newPriceParams = z.strictObject({
  ...amountFields,
  product: text().optional(),
  product_data: productData.optional(),
  active: boolean.optional(),
  lookup_key: text(200).optional(),
  nickname: text().optional(),
  metadata: metadata.optional(),
})
