import type Stripe from 'stripe'
import { invalidRequest } from '../../http/api-error'
import type { Scope } from '../../scope'
import { change } from '../change'
import { mergeMetadata } from '../metadata'
import { EVIDENCE_FIELDS, hasEvidence } from './evidence'
import { moveDispute } from './move'
import type { DisputeStatus } from './states'

interface Update {
  evidence?: Record<string, string | undefined> | undefined
  metadata?: '' | Record<string, string> | undefined
  submit?: boolean | undefined
}

/** Where submitting evidence leads. */
const AFTER_SUBMISSION: Partial<Record<DisputeStatus, DisputeStatus>> = {
  needs_response: 'under_review',
  warning_needs_response: 'warning_under_review',
  appeal_needs_response: 'appeal_under_review',
}

/** In test mode this text decides a case (docs.stripe.com/testing#disputes). */
const DECIDING: Record<string, 'won' | 'lost'> = {
  winning_evidence: 'won',
  losing_evidence: 'lost',
}

/**
 * Stores evidence and, unless `submit=false`, sends it to the bank: the case is then under
 * review. The texts `winning_evidence` and `losing_evidence` decide it soon afterwards.
 */
export function updateDispute(scope: Scope, dispute: Stripe.Dispute, given: Update) {
  const next = AFTER_SUBMISSION[dispute.status as DisputeStatus]
  if (given.evidence && !next) {
    throw invalidRequest(
      `Evidence cannot be changed while the dispute has the status ${dispute.status}.`,
      undefined,
      'evidence',
    )
  }
  const evidence = mergeEvidence(dispute.evidence, given.evidence)
  requireTotalLength(evidence)
  const submits = (given.submit ?? given.evidence !== undefined) && next !== undefined
  const { row, previous } = change(scope.tables.disputes, dispute, {
    evidence,
    metadata: mergeMetadata(dispute.metadata, given.metadata),
    evidence_details: {
      ...dispute.evidence_details,
      has_evidence: hasEvidence(evidence),
      past_due: submits ? isLate(scope, dispute) : dispute.evidence_details.past_due,
      submission_count: dispute.evidence_details.submission_count + (submits ? 1 : 0),
      submission_method: submits ? 'manual' : dispute.evidence_details.submission_method,
    },
  })
  if (!submits) {
    if (Object.keys(previous).length > 0) scope.emit('charge.dispute.updated', row, previous)
    return row
  }
  const submitted = moveDispute(scope, row, next)
  const result = DECIDING[String(evidence.uncategorized_text)]
  if (result) scope.schedule('decide_dispute', row.id, 0, result)
  return submitted
}

/** Late evidence is taken, but nobody says that the bank reads it. */
function isLate(scope: Scope, { evidence_details }: Stripe.Dispute): boolean {
  return evidence_details.due_by !== null && scope.now > evidence_details.due_by
}

/** Characters in all fields together (docs.stripe.com/api/disputes/update). */
const TOTAL_LENGTH = 150_000

function requireTotalLength(evidence: Stripe.Dispute.Evidence): void {
  const length = EVIDENCE_FIELDS.reduce(
    (sum, field) => sum + String(evidence[field] ?? '').length,
    0,
  )
  if (length > TOTAL_LENGTH) {
    throw invalidRequest(
      `The evidence has ${length} characters in all; no more than ${TOTAL_LENGTH} are taken.`,
      undefined,
      'evidence',
    )
  }
}

function mergeEvidence(
  current: Stripe.Dispute.Evidence,
  given: Record<string, string | undefined> | undefined,
): Stripe.Dispute.Evidence {
  const merged = { ...current }
  for (const field of EVIDENCE_FIELDS) {
    const value = given?.[field]
    if (value !== undefined) merged[field] = value === '' ? null : value
  }
  return merged
}
