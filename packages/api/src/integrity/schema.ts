import { z } from 'zod'
import { caseStates } from './states'

const grounds = z.string().trim().min(20, 'case-grounds-short').max(4000)

export const caseInput = z.object({ caseId: z.uuid() })
export const openCaseInput = z.object({ attemptId: z.uuid(), reason: grounds })
export type OpenCaseInput = z.infer<typeof openCaseInput>

export const reviewCaseInput = caseInput.extend({
  verdict: z.enum(['clear', 'confirm']),
  /** what the reviewer rests it on; read by the other reviewer, and on appeal */
  grounds,
})
export type ReviewCaseInput = z.infer<typeof reviewCaseInput>

export const caseListInput = z.object({
  state: z.enum(caseStates).default('open'),
})
