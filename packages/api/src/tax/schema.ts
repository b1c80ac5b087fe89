import { z } from 'zod'
import { taxNumberStatuses, taxReasons, taxSchemes } from './states'

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

const day = z.coerce.date<Date | string>({ error: 'date-invalid' })
const optionalDay = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  day.nullable(),
)
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'text-too-long')
    .nullish()
    .transform((text) => (text ? text : null))
const optionalId = z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional())
const endsAfter = ({ validFrom, validTo }: { validFrom: Date; validTo: Date | null }) =>
  validTo === null || validTo > validFrom
const endsTooSoon = { error: 'end-before-start', path: ['validTo'] }

/** A rate as a form sends it: the percentage as text with at most two decimals. `validTo` is exclusive. */
export const taxRateInput = z
  .object({
    /** of the rate that is changed; absent: a new one */
    id: optionalId,
    country: countryCode,
    region: optionalText(3).refine(
      (text) => text === null || /^[A-Z0-9]{1,3}$/.test(text),
      'tax-region-invalid',
    ),
    name: z.string().trim().min(1, 'tax-name-missing').max(20, 'text-too-long'),
    percent: z
      .string()
      .trim()
      .regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/, 'percent-invalid'),
    validFrom: day,
    validTo: optionalDay,
    sourceUrl: z.url({ protocol: /^https?$/, error: 'url-invalid' }),
    verifiedOn: day,
  })
  .refine(endsAfter, endsTooSoon)
export type TaxRateInput = z.output<typeof taxRateInput>

/** Where a seller collects tax. `validTo` is exclusive. */
export const taxRegistrationInput = z
  .object({
    id: optionalId,
    legalEntityId: z.uuid(),
    scheme: z.enum(taxSchemes),
    country: countryCode,
    taxNumber: optionalText(40),
    validFrom: day,
    validTo: optionalDay,
  })
  .refine(endsAfter, endsTooSoon)
export type TaxRegistrationInput = z.output<typeof taxRegistrationInput>

/** From the first moment of one day to before the first of another. */
export const taxReportInput = z.object({ from: z.date(), to: z.date() })
export type TaxReportInput = z.infer<typeof taxReportInput>
