import { z } from 'zod'
import { taxNumberStatuses, taxReasons } from './states'

export const countryCode = z.string().regex(/^[A-Z]{2}$/, 'country-invalid')

/** Who buys, as far as tax and prices depend on it. */
export const taxBuyerInput = z.object({
  country: countryCode.nullable(),
  taxNumber: z.string().trim().min(1).max(40, 'text-too-long').nullable(),
})

/** The same as a form sends it, where an empty text is none. */
export const taxBuyerForm = z.object({
  country: countryCode,
  taxNumber: z
    .string()
    .trim()
    .max(40, 'text-too-long')
    .default('')
    .transform((text) => (text === '' ? null : text)),
})
export type TaxBuyerInput = z.infer<typeof taxBuyerInput>

/** How a whole cart is taxed. */
export const quotedTax = z.object({
  /** ISO 3166-1 alpha-2; null while it is not known */
  country: z.string().nullable(),
  taxNumberStatus: z.enum(taxNumberStatuses),
  reason: z.enum(taxReasons),
  isIncluded: z.boolean(),
  rateBps: z.number().int().nullable(),
  name: z.string().nullable(),
  /** the seller collects tax somewhere, so it has to be known where the buyer is */
  needsCountry: z.boolean(),
})

/** The tax of one rate. */
export const taxRow = z.object({
  taxName: z.string(),
  taxRateBps: z.number().int(),
  taxCountry: z.string().nullable(),
  netMinor: z.bigint(),
  taxMinor: z.bigint(),
})
