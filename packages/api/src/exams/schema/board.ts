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

/** Those that wait for the board, or those that it has decided. */
const boardListInput = z.object({ isOpen: z.boolean().default(true) })
export const appealListInput = boardListInput
export type AppealListInput = z.infer<typeof appealListInput>
export const accommodationListInput = boardListInput
export type AccommodationListInput = z.infer<typeof accommodationListInput>

const answer = z.string().trim().max(4000)
export const decideAppealInput = z.object({
  appealId: z.uuid(),
  /** from a form it comes as a word */
  isUpheld: z.union([z.boolean(), z.stringbool()]),
  decision: answer.min(10, { error: 'appeal-decision-short' }),
})
export type DecideAppealInput = z.infer<typeof decideAppealInput>

export const requestAccommodationInput = z.object({
  slug: z.string().max(120),
  request: z.string().trim().min(10, { error: 'accommodation-request-short' }).max(4000),
})
export type RequestAccommodationInput = z.infer<typeof requestAccommodationInput>

const decided = z.object({
  accommodationId: z.uuid(),
  /** what the candidate reads */
  answer: answer.min(3, { error: 'reason-missing' }).max(2000),
})
export const decideAccommodationInput = z.discriminatedUnion('verdict', [
  decided.extend({
    verdict: z.literal('approve'),
    timeMultiplier: z.coerce
      .number()
      .min(1, { error: 'accommodation-multiplier' })
      .max(3, { error: 'accommodation-multiplier' })
      .multipleOf(0.05, { error: 'accommodation-multiplier' }),
    /** the last day on which it holds, in UTC */
    lastDay: z.iso.date({ error: 'accommodation-end-missing' }),
  }),
  decided.extend({ verdict: z.literal('refuse') }),
])
export type DecideAccommodationInput = z.infer<typeof decideAccommodationInput>
