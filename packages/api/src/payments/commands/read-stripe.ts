import type Stripe from 'stripe'
import { z } from 'zod'
import type {
  BalanceFact,
  ChargeFact,
  DisputeFact,
  IntentFact,
  RefundFact,
  SessionFact,
} from '../rules/facts'

const uuid = z.uuid()
const asUuid = (value: string | undefined) => uuid.safeParse(value).data ?? null
const at = (seconds: number) => new Date(seconds * 1000)
/** The id of what may be expanded. */
export const idOf = (value: string | { id: string } | null | undefined) =>
  typeof value === 'string' ? value : (value?.id ?? null)

/** Needs the balance transaction expanded; null while Stripe has none. */
export function toBalance(
  value: string | Stripe.BalanceTransaction | null | undefined,
): BalanceFact | null {
  if (typeof value === 'string') throw new TypeError(`balance transaction ${value} not expanded`)
  if (!value) return null
  return {
    id: value.id,
    amountMinor: BigInt(value.amount),
    feeMinor: BigInt(value.fee),
    currency: value.currency.toUpperCase(),
    createdAt: at(value.created),
  }
}

/** An address in one line, or null when nothing of it is known. */
function toAddressLine(address: Stripe.Address | null): string | null {
  if (!address) return null
  const { line1, line2, postal_code, city, state, country } = address
  const place = [postal_code, city].filter(Boolean).join(' ')
  return [line1, line2, place, state, country].filter(Boolean).join(', ') || null
}

export const toSessionFact = (session: Stripe.Checkout.Session): SessionFact => ({
  id: session.id,
  status: session.status,
  paymentStatus: session.payment_status,
  amountTotalMinor: session.amount_total === null ? null : BigInt(session.amount_total),
  currency: session.currency?.toUpperCase() ?? null,
  paymentIntentId: idOf(session.payment_intent),
  url: session.url,
  expiresAt: at(session.expires_at),
})

export const toIntentFact = (intent: Stripe.PaymentIntent): IntentFact => ({
  id: intent.id,
  status: intent.status,
})

/** Needs `balance_transaction` expanded. */
export const toChargeFact = (charge: Stripe.Charge): ChargeFact => ({
  id: charge.id,
  status: charge.status,
  amountMinor: BigInt(charge.status === 'succeeded' ? charge.amount_captured : charge.amount),
  currency: charge.currency.toUpperCase(),
  failureCode: charge.failure_code,
  failureMessage: charge.failure_message,
  cardBrand: charge.payment_method_details?.card?.brand ?? null,
  cardLast4: charge.payment_method_details?.card?.last4 ?? null,
  cardCountry: charge.payment_method_details?.card?.country ?? null,
  billingName: charge.billing_details.name,
  billingAddress: toAddressLine(charge.billing_details.address),
  createdAt: at(charge.created),
  balance: toBalance(charge.balance_transaction),
})

/** Needs `balance_transaction` and `failure_balance_transaction` expanded. */
export const toRefundFact = (refund: Stripe.Refund): RefundFact => ({
  id: refund.id,
  chargeId: idOf(refund.charge) ?? '',
  amountMinor: BigInt(refund.amount),
  currency: refund.currency.toUpperCase(),
  status: refund.status ?? 'pending',
  reason: refund.reason,
  commandId: asUuid(refund.metadata?.command_id),
  createdAt: at(refund.created),
  balance: toBalance(refund.balance_transaction),
  failureBalance: toBalance(refund.failure_balance_transaction),
})

export const toDisputeFact = (dispute: Stripe.Dispute): DisputeFact => ({
  id: dispute.id,
  chargeId: idOf(dispute.charge) ?? '',
  amountMinor: BigInt(dispute.amount),
  currency: dispute.currency.toUpperCase(),
  status: dispute.status,
  reason: dispute.reason,
  networkCode: dispute.network_reason_code ?? null,
  evidenceDueBy: dispute.evidence_details.due_by ? at(dispute.evidence_details.due_by) : null,
  hasEvidence: dispute.evidence_details.has_evidence,
  submissions: dispute.evidence_details.submission_count,
  isLate: dispute.evidence_details.past_due,
  createdAt: at(dispute.created),
  balances: dispute.balance_transactions.flatMap((balance) => toBalance(balance) ?? []),
})
