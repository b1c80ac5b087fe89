import { z } from 'zod'

/** The last day of a filter as the reader means it, which is included, as an end that is not. */
export const includedDay = z
  .date()
  .transform((day) => new Date(day.getTime() + 86_400_000))
  .optional()
