import { z } from 'zod'

/** A list in an address: one value, or several with commas between them. */
export const asList = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' ? value.split(',') : value), schema)
