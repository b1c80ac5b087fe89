import { z } from 'zod'
import { isWholeCharge } from '../shared/charge-step'
import { isBelowMinimumCharge } from '../shared/minimum-charge'
import { pageInput } from '../shared/pagination'
import { bundleStatuses } from './states'

/** A bundle of one is no bundle; one of more is hard to read on a page and on an invoice. */
export const fewestOfferings = 2
export const mostOfferings = 12

const bundlePrice = z
  .object({
    currency: z.string().regex(/^[A-Z]{3}$/, { error: 'currency-invalid' }),
    amountMinor: z.bigint().positive({ error: 'price-invalid' }),
  })
  .refine((price) => isWholeCharge(price) && !isBelowMinimumCharge(price), {
    path: ['amountMinor'],
    error: 'price-invalid',
  })

const areUnlike = (keys: readonly string[]): boolean => new Set(keys).size === keys.length

const bundleFields = z.object({
  title: z.string().trim().min(1, { error: 'text-missing' }).max(120, { error: 'text-too-long' }),
  summary: z.string().trim().min(1, { error: 'text-missing' }).max(500, { error: 'text-too-long' }),
  /** in the order in which they are shown */
  offeringIds: z
    .array(z.uuid())
    .min(fewestOfferings, { error: 'bundle-too-few' })
    .max(mostOfferings, { error: 'bundle-too-many' })
    .refine(areUnlike, { error: 'bundle-offering-twice' }),
  /** one per currency in which it is sold */
  prices: z
    .array(bundlePrice)
    .min(1, { error: 'bundle-price-missing' })
    .max(20)
    .refine((rows) => areUnlike(rows.map(({ currency }) => currency)), {
      error: 'bundle-currency-twice',
    }),
})

export const createBundleInput = bundleFields
export type CreateBundleInput = z.output<typeof createBundleInput>

export const bundleInput = z.object({ bundleId: z.uuid() })

/** `version` is what the editor saw: a change on top of another one is refused. */
export const updateBundleInput = bundleFields.extend({
  bundleId: z.uuid(),
  version: z.number().int(),
})
export type UpdateBundleInput = z.output<typeof updateBundleInput>

export const setBundleStatusInput = z.object({
  bundleId: z.uuid(),
  version: z.number().int(),
  status: z.enum(['published', 'retired']),
  reason: z.string().trim().min(3, { error: 'reason-missing' }).max(500),
})
export type SetBundleStatusInput = z.output<typeof setBundleStatusInput>

/** What a bundle would be split into, asked while it is being written. */
export const previewSplitInput = z.object({
  offeringIds: z.array(z.uuid()).max(mostOfferings),
  prices: z.array(z.object({ currency: z.string(), amountMinor: z.bigint() })).max(20),
})

export const adminBundlesInput = pageInput.extend({
  /** title or slug */
  search: z.string().trim().max(100).optional(),
  status: z.array(z.enum(bundleStatuses)).max(bundleStatuses.length).optional(),
  sort: z.enum(['createdAt', 'title', 'sold']).default('createdAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
})
export type AdminBundlesInput = z.output<typeof adminBundlesInput>

/** A bundle in a currency: its price, and what its offerings cost one by one. */
export type BundleOffer = { currency: string; priceMinor: bigint; separatelyMinor: bigint }
