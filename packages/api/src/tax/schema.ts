import { z } from 'zod'
import { readPostalCode, regionsOf } from './rules/regions'
import { taxNumberStatuses, taxReasons, taxSchemes } from './states'

export const countryCode = z.string().regex(/^[A-Z]{2}$/, 'country-invalid')

const emptyIsNone = (text: string) => (text === '' ? null : text)

/** The part of a country and the postal code, where tax depends on them; an empty text is none. */
const placeParts = {
  region: z.string().trim().toUpperCase().transform(emptyIsNone).nullish(),
  postalCode: z.string().trim().max(12, 'text-too-long').transform(emptyIsNone).nullish(),
}
type Place = {
  country: string | null
  region?: string | null | undefined
  postalCode?: string | null | undefined
}

/** Refuses parts that the country does not have, and writes a postal code as the country does. */
export function readPlace<Input extends Place>(input: Input, context: z.RefinementCtx): Input {
  const { country } = input
  if (country === null) return { ...input, region: null, postalCode: null }
  const refuse = (message: string, field: string) =>
    context.addIssue({ code: 'custom', message, path: [field] })
  const region = input.region ?? null
  const known = regionsOf(country)
  const isKnown = known.length === 0 || known.some(({ code }) => code === region)
  if (region !== null && !(isKnown && /^[A-Z0-9]{1,3}$/.test(region))) {
    refuse('place-region-invalid', 'region')
  }
  const typed = input.postalCode ?? null
  const postalCode = typed === null ? null : readPostalCode(typed, country, region)
  if (typed !== null && postalCode === null) refuse('postal-code-invalid', 'postalCode')
  return { ...input, region, postalCode }
}

/** Who buys, as far as tax and prices depend on it. */
export const taxBuyerInput = z
  .object({
    country: countryCode.nullable(),
    taxNumber: z.string().trim().min(1).max(40, 'text-too-long').nullable(),
    ...placeParts,
  })
  .transform(readPlace)
export type TaxBuyerInput = z.input<typeof taxBuyerInput>

/** The same as a form sends it, where an empty text is none; a form reads the place with `readPlace`. */
export const taxBuyerFields = z.object({
  country: countryCode,
  taxNumber: z.string().trim().max(40, 'text-too-long').default('').transform(emptyIsNone),
  ...placeParts,
})

/** How a whole cart is taxed. */
export const quotedTax = z.object({
  /** ISO 3166-1 alpha-2; null while it is not known */
  country: z.string().nullable(),
  region: z.string().nullable(),
  postalCode: z.string().nullable(),
  taxNumberStatus: z.enum(taxNumberStatuses),
  reason: z.enum(taxReasons),
  isIncluded: z.boolean(),
  rateBps: z.number().int().nullable(),
  name: z.string().nullable(),
  /** the seller collects tax somewhere, so it has to be known where the buyer is */
  needsCountry: z.boolean(),
  /** what the tax of that country depends on beside the country */
  asked: z.object({
    region: z.enum(['required', 'optional']).nullable(),
    regions: z.array(z.object({ code: z.string(), name: z.string() })),
    isPostalCodeAsked: z.boolean(),
  }),
  /** what has to be said of the place before anything can be paid */
  missing: z.enum(['country', 'region', 'postal-code']).nullable(),
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
