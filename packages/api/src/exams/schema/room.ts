import { z } from 'zod'
import { itemAnswer } from '../../bank/schema/answer'

export const examInput = z.object({ slug: z.string().max(120) })
export const attemptInput = z.object({ attemptId: z.uuid() })

/** `sessionId`: of the browser tab that answers. */
const session = { sessionId: z.uuid() }

export const startAttemptInput = examInput.extend({
  ...session,
  language: z.string().min(2).max(12).default('en'),
  /** asked for until it was confirmed once; afterwards the confirmed one stands */
  name: z.string().trim().max(120).default(''),
  /** of the agreement that was shown and accepted */
  agreementHash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type StartAttemptInput = z.infer<typeof startAttemptInput>

export const sessionInput = attemptInput.extend(session)
export type SessionInput = z.infer<typeof sessionInput>

const position = z.int().min(1).max(500)
export const itemInput = sessionInput.extend({
  position,
  /** fetched before it is shown, in case the connection goes */
  isAhead: z.boolean().default(false),
})
export type ItemInput = z.infer<typeof itemInput>

export const saveAnswerInput = sessionInput.extend({
  position,
  /** counts the changes of this answer in the browser; the higher one wins */
  revision: z.int().min(1).max(1_000_000),
  answer: itemAnswer.nullable(),
  isFlagged: z.boolean(),
})
export type SaveAnswerInput = z.infer<typeof saveAnswerInput>

export const eventKinds = ['blur', 'focus', 'offline', 'online', 'copy', 'paste', 'resize'] as const
export const recordEventsInput = sessionInput.extend({
  events: z
    .array(z.object({ kind: z.enum(eventKinds), secondsAgo: z.number().min(0).max(86_400) }))
    .min(1)
    .max(50),
})
export const itemImageInput = attemptInput.extend({
  position,
  /** of a case, from one */
  part: z.int().min(1).max(20).nullable(),
})
export type ItemImageInput = z.infer<typeof itemImageInput>

export type RecordEventsInput = z.infer<typeof recordEventsInput>
