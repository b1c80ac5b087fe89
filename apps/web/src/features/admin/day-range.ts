import { z } from 'zod'

/** The last day of a filter as the reader means it, which is included, as an end that is not. */
export const includedDay = z
  .date()
  .transform((day) => new Date(day.getTime() + 86_400_000))
  .optional()

/** The last moment before an end that is not included: its day is the last day that still counts. */
export const lastMomentBefore = (end: Date): Date => new Date(end.getTime() - 1)
