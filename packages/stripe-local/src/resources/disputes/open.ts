import type Stripe from 'stripe'
import { invalidRequest } from '../../http/api-error'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import { change } from '../change'
import { NO_EVIDENCE } from './evidence'
import { announceClosed, moveDispute, withdrawFunds } from './move'
import { type DisputeStatus, pathTo, REFUNDABLE } from './states'

const RESPONSE_SECONDS = 9 * 24 * 60 * 60

interface NewDispute {
  charge: Stripe.Charge
  /** Minor units; what has not been refunded when undefined. */
  amount: number | undefined
  reason: string
  status: DisputeStatus
}

const CASE_TYPES: Partial<
  Record<DisputeStatus, Stripe.Dispute.PaymentMethodDetails.Card.CaseType>
> = {
  warning_needs_response: 'inquiry',
  prevented: 'resolution',
}

/**
 * A customer's bank disputes a charge. For a status in the middle of a case, the dispute goes
 * the whole way there, with every event and movement of money on it. A prevented dispute and
 * an inquiry take no money.
 */
export function openDispute(scope: Scope, given: NewDispute): Stripe.Dispute {
  const { charge } = given
  const [first = 'needs_response', ...rest] = pathTo(given.status)
  const amount = given.amount ?? charge.amount - charge.amount_refunded
  requireDisputable(scope, charge, amount)
  const dispute = {
    id: newId('dp'),
    object: 'dispute',
    amount,
    balance_transactions: [],
    charge: charge.id,
    created: scope.now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: first === 'prevented' ? null : scope.now + RESPONSE_SECONDS,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: REFUNDABLE.includes(first),
    livemode: false,
    metadata: {},
    network_reason_code: reasonCode(given.reason),
    payment_intent: charge.payment_intent,
    ...cardDetails(charge, first, given.reason),
    reason: given.reason,
    status: first,
  } satisfies Stripe.Dispute
  scope.tables.disputes.put(dispute)
  change(scope.tables.charges, charge, { disputed: true })
  scope.emit('charge.dispute.created', dispute)
  const opened = first === 'needs_response' ? withdrawFunds(scope, dispute) : dispute
  if (first === 'prevented') announceClosed(scope, opened)
  return rest.reduce((current, status) => moveDispute(scope, current, status), opened)
}

/** Visa's code for fraud without the card present, or for goods that did not come. */
function reasonCode(reason: string): string {
  return reason === 'fraudulent' ? '10.4' : '13.1'
}

function cardDetails(charge: Stripe.Charge, status: DisputeStatus, reason: string) {
  const card = charge.payment_method_details?.card
  if (!card) return {}
  return {
    payment_method_details: {
      type: 'card',
      card: {
        brand: card.brand ?? 'unknown',
        case_type: CASE_TYPES[status] ?? 'chargeback',
        network: card.network ?? 'unknown',
        network_reason_code: reasonCode(reason),
      },
    },
  } satisfies Partial<Stripe.Dispute>
}

function requireDisputable(scope: Scope, charge: Stripe.Charge, amount: number): void {
  if (charge.status !== 'succeeded') {
    throw invalidRequest(`Charge ${charge.id} did not succeed; it cannot be disputed.`)
  }
  if (amount < 1 || amount > charge.amount) {
    throw invalidRequest(
      'The disputed amount must lie between 1 and the amount of the charge.',
      undefined,
      'amount',
    )
  }
  if (scope.tables.disputes.find((dispute) => dispute.charge === charge.id)) {
    throw invalidRequest(`Charge ${charge.id} has a dispute already.`, 'charge_disputed')
  }
}
