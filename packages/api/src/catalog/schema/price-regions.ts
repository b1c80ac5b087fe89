import { z } from 'zod'
import { isWholeCharge } from '../../shared/charge-step'
import { isBelowMinimumCharge } from '../../shared/minimum-charge'
import { parseMoney } from '../../shared/money'

const optionalMoment = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z.coerce.date<Date | string>({ error: 'date-invalid' }).nullable(),
)

/** A region and its countries, as codes with commas or spaces between them. */
export const priceRegionInput = z.object({
  /** of the region that is changed; absent: a new one */
  id: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
  name: z.string().trim().min(1, 'region-name-missing').max(80, 'text-too-long'),
  countries: z.preprocess(
    (typed) =>
      typeof typed === 'string'
        ? typed
            .toUpperCase()
            .split(/[\s,;]+/)
            .filter(Boolean)
        : typed,
    z
      .array(z.string().regex(/^[A-Z]{2}$/, 'countries-invalid'))
      .min(1, 'countries-invalid')
      .transform((codes) => [...new Set(codes)].sort()),
  ),
})
export type PriceRegionInput = z.output<typeof priceRegionInput>

export const regionallySold = ['offering', 'bundle'] as const

/** What an offering or a bundle, by its address in the catalogue, is to cost in a region; now when no start is given. */
export const regionalPriceInput = z
  .object({
    regionId: z.uuid(),
    /** of a certification the price is that of an attempt at its exam */
    sold: z.enum(regionallySold).default('offering'),
    slug: z.string().trim().min(1, 'offering-unknown').max(120),
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{3}$/, 'currency-invalid'),
    amount: z.string().trim(),
    validFrom: optionalMoment,
    validTo: optionalMoment,
  })
  .transform(({ amount, ...input }, context) => {
    const amountMinor = parseMoney(amount, input.currency)
    const reason =
      amountMinor === null || amountMinor <= 0n
        ? 'amount-invalid'
        : !isWholeCharge({ amountMinor, currency: input.currency })
          ? 'amount-in-steps'
          : isBelowMinimumCharge({ amountMinor, currency: input.currency })
            ? 'below-minimum-charge'
            : null
    if (reason !== null) context.addIssue({ code: 'custom', message: reason, path: ['amount'] })
    return { ...input, amountMinor: amountMinor ?? 0n }
  })
export type RegionalPriceInput = z.output<typeof regionalPriceInput>

export const regionalPriceIdInput = z.object({ id: z.uuid() })
