import { z } from 'zod'

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
