import { z } from 'zod'
import { soldKinds } from '../../catalog/schema/vocabulary'
import { quotedCoupon, refusedCode } from '../../coupons/schema'
import { refundAnswer } from '../../payments/schema'
import { quotedTax } from '../../tax/schema'
import { linePurposes } from './cart-item'
import { currencyCode } from './order'

/** Why something cannot be bought now: keys of the message catalogue. */
export const quoteProblems = [
  'not-found',
  'wish-gone',
  'not-for-sale',
  'account-needed',
  'no-price-in-currency',
  'already-owned',
  'covered-by-program',
  'covered-by-bundle',
  'bundle-overlaps',
  'bundle-incomplete',
  'access-suspended',
  'below-minimum-charge',
  'free-for-everybody',
  'gift-date-past',
  'gift-date-far',
] as const

export const quoteLine = z.object({
  /** index of the item that the line belongs to; a bundle has several lines */
  item: z.number().int(),
  purpose: z.enum(linePurposes),
  quantity: z.number().int(),
  bundleId: z.uuid().nullable(),
  offeringId: z.uuid(),
  slug: z.string(),
  kind: z.enum(soldKinds),
  title: z.string(),
  /** null for a part of a bundle */
  priceId: z.uuid().nullable(),
  /** the price before any discount, of all of `quantity` */
  listMinor: z.bigint(),
  /** by coupons and credits together */
  discountMinor: z.bigint(),
  /** what was paid for courses of the program and counts for it */
  credits: z.array(
    z.object({ sourceLineId: z.uuid(), title: z.string(), amountMinor: z.bigint() }),
  ),
  /** what is paid: list price less discount, and the tax that is added to it */
  amountMinor: z.bigint(),
  refund: refundAnswer,
})

export const quoteOutput = z.object({
  currency: currencyCode,
  /** currencies in which everything asked for has a price */
  currencies: z.array(currencyCode),
  lines: z.array(quoteLine),
  bundles: z.array(
    z.object({
      /** index of the item that the bundle is */
      item: z.number().int(),
      id: z.uuid(),
      slug: z.string(),
      title: z.string(),
      /** of the whole bundle */
      priceMinor: z.bigint(),
      /** titles of what the buyer owns already, which is left out with its part of the price */
      owned: z.array(z.string()),
    }),
  ),
  subtotalMinor: z.bigint(),
  discountMinor: z.bigint(),
  taxMinor: z.bigint(),
  totalMinor: z.bigint(),
  tax: quotedTax,
  /** whose prices apply and are cheaper than the general ones */
  region: z.object({ name: z.string() }).nullable(),
  /** tax or prices depend on where the buyer is */
  asksCountry: z.boolean(),
  withdrawal: z.object({ days: z.number().int(), waiverVersion: z.number().int() }).nullable(),
  problems: z.array(
    z.object({
      /** index of the item that cannot be bought */
      item: z.number().int(),
      title: z.string().nullable(),
      reason: z.enum(quoteProblems),
    }),
  ),
  coupons: z.array(quotedCoupon),
  /** codes that take nothing off, each with the reason */
  refusedCodes: z.array(refusedCode),
})
export type QuoteOutput = z.infer<typeof quoteOutput>
