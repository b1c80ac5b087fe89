import { z } from 'zod'
import { INVALID_EMAIL, INVALID_INTEGER, INVALID_URL } from '../http/validate'

/** Form values are text; these schemas read them strictly, so a typo never becomes a default. */
export const integer = z
  .string()
  .regex(/^-?\d{1,15}$/, INVALID_INTEGER)
  .transform(Number)

export const boolean = z.enum(['true', 'false']).transform((text) => text === 'true')

/** Text that must not be empty. */
export const text = (maximum = 5000) => z.string().min(1).max(maximum)

export const email = z
  .string()
  .max(800)
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, INVALID_EMAIL)

export const webUrl = z
  .string()
  .max(5000)
  .refine((value) => URL.canParse(value) && /^https?:\/\//i.test(value), INVALID_URL)

export const currency = z
  .string()
  .regex(/^[A-Za-z]{3}$/, 'This is not a three-letter currency code')
  .transform((code) => code.toLowerCase())

/** Up to 50 keys of up to 40 characters; values up to 500. Empty text removes. */
export const metadata = z.union([
  z.literal(''),
  z
    .record(
      z.string().min(1).max(40, 'A metadata key has at most 40 characters'),
      z.string().max(500, 'A metadata value has at most 500 characters'),
    )
    .refine((value) => Object.keys(value).length <= 50, 'Metadata has at most 50 keys'),
])

export const address = z.strictObject({
  city: z.string().max(5000).optional(),
  country: z.string().max(2).optional(),
  line1: z.string().max(5000).optional(),
  line2: z.string().max(5000).optional(),
  postal_code: z.string().max(5000).optional(),
  state: z.string().max(5000).optional(),
})

const range = z.strictObject({
  gt: integer.optional(),
  gte: integer.optional(),
  lt: integer.optional(),
  lte: integer.optional(),
})

/** A time or a range of times, Unix seconds. */
export const created = z.union([integer, range])
export type CreatedFilter = z.output<typeof created>

/** What every list accepts. */
export const pagination = {
  limit: integer
    .refine((value) => value >= 1 && value <= 100, 'A page has between 1 and 100 objects')
    .optional(),
  starting_after: text().optional(),
  ending_before: text().optional(),
}
