import { z } from 'zod'
import type { BookSum } from './compare-books'

/** Sums of a check as they are stored: JSON has no integers of this size, so they are texts. */
const storedSums = z.array(
  z.object({
    currency: z.string(),
    stripeMinor: z.coerce.bigint(),
    ledgerMinor: z.coerce.bigint(),
    outsideMinor: z.coerce.bigint(),
  }),
)

/** Reads the sums of a stored check. Throws when they are not sums. */
export const readSums = (stored: unknown): BookSum[] => storedSums.parse(stored)

/** The form in which the sums of a check are stored. */
export const storeSums = (sums: readonly BookSum[]) =>
  sums.map(({ currency, stripeMinor, ledgerMinor, outsideMinor }) => ({
    currency,
    stripeMinor: String(stripeMinor),
    ledgerMinor: String(ledgerMinor),
    outsideMinor: String(outsideMinor),
  }))
