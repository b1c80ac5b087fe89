import { z } from 'zod'
import { evidenceTexts } from '../payments/schema'
import { pageInput } from '../shared/pagination'

/** How a list of disputes is divided: what waits for us, what the bank decides about, and results. */
export const disputeGroups = ['waiting', 'reviewed', 'won', 'lost', 'closed'] as const
export type DisputeGroup = (typeof disputeGroups)[number]

export const adminDisputesInput = pageInput.extend({
  /** order number, address, name or an id of Stripe's */
  search: z.string().trim().max(200).optional(),
  group: z.enum(disputeGroups).optional(),
  /** Stripe's name for the reason */
  reason: z.string().max(60).optional(),
  /** `due`: what waits for an answer first, the nearest deadline before the others */
  sort: z.enum(['due', 'createdAt', 'amount', 'number']).default('due'),
  direction: z.enum(['asc', 'desc']).default('asc'),
})
export type AdminDisputesInput = z.infer<typeof adminDisputesInput>

export const disputeIdInput = z.object({ disputeId: z.string().regex(/^(dp|du|pdp)_\w{1,250}$/) })

const answerInput = disputeIdInput.extend({
  /** made by the form: sending it again is the same answer */
  requestId: z.uuid(),
  reason: z.string().trim().min(3).max(500),
})

export const submitEvidenceInput = answerInput.extend({
  evidence: evidenceTexts.refine((texts) => Object.keys(texts).length > 0, 'evidence-missing'),
})
export type SubmitEvidenceInput = z.infer<typeof submitEvidenceInput>

export const acceptDisputeInput = answerInput
export type AcceptDisputeInput = z.infer<typeof acceptDisputeInput>
