import { z } from 'zod'
import type { App } from '../app'

/** One operation of the control API: checked input, then the work. */
export interface Operation<S extends z.ZodType, R> {
  input: S
  run(app: App, input: z.output<S>): R
}

/** Declares an operation and keeps its types for the client. */
export function defineOperation<S extends z.ZodType, R>(operation: Operation<S, R>) {
  return operation
}

/** A whole number; forms of the dashboard send it as text. */
export const whole = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^-?\d{1,15}$/, 'This must be a whole number')
    .transform(Number),
])

/** Empty form fields count as not given. */
export const optionalWhole = z.union([z.literal('').transform(() => undefined), whole]).optional()

export const nothing = z.strictObject({})
