import { z } from 'zod'
import { pageInput } from '../../shared/pagination'
import { attemptStates } from '../states'
import { attemptInput } from './room'

const reason = z
  .string()
  .trim()
  .min(3, { error: 'reason-missing' })
  .max(500, { error: 'reason-too-long' })

export const adminAttemptsInput = pageInput.extend({
  /** name or address of the candidate, or title of the exam */
  search: z.string().trim().max(200).optional(),
  state: z.enum(attemptStates).optional(),
})
export type AdminAttemptsInput = z.infer<typeof adminAttemptsInput>

/** `key`: made by the page, so that pressing twice gives the time once. */
export const extendInput = attemptInput.extend({
  key: z.uuid(),
  minutes: z.coerce.number().int().min(1).max(240),
  reason,
})
export type ExtendInput = z.infer<typeof extendInput>

export const decideAttemptInput = attemptInput.extend({
  decision: z.enum(['release', 'hold', 'void']),
  reason,
})
export type DecideAttemptInput = z.infer<typeof decideAttemptInput>

export const correctKeyInput = z.object({
  versionId: z.uuid(),
  /** the later version of the item whose key counts; null: everybody earns the points */
  keyVersionId: z.uuid().nullable(),
  reason,
})
export type CorrectKeyInput = z.infer<typeof correctKeyInput>

export const fileAppealInput = attemptInput.extend({
  grounds: z.string().trim().min(20, { error: 'appeal-grounds-short' }).max(4000),
})
export type FileAppealInput = z.infer<typeof fileAppealInput>

export const decideAppealInput = z.object({
  appealId: z.uuid(),
  isUpheld: z.boolean(),
  decision: z.string().trim().min(10).max(4000),
})
export type DecideAppealInput = z.infer<typeof decideAppealInput>

export const requestAccommodationInput = z.object({
  slug: z.string().max(120),
  request: z.string().trim().min(10, { error: 'accommodation-request-short' }).max(4000),
})
export type RequestAccommodationInput = z.infer<typeof requestAccommodationInput>

export const decideAccommodationInput = z.object({
  accommodationId: z.uuid(),
  /** null: refused */
  timeMultiplier: z.coerce.number().min(1).max(3).multipleOf(0.05).nullable(),
  answer: z.string().trim().min(3).max(2000),
})
export type DecideAccommodationInput = z.infer<typeof decideAccommodationInput>
