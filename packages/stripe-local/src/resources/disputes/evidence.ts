import type Stripe from 'stripe'

/** The evidence fields that can be given; each is text or the id of a file. */
export const EVIDENCE_FIELDS = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_communication',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'customer_signature',
  'duplicate_charge_documentation',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'product_description',
  'receipt',
  'refund_policy',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'service_documentation',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_documentation',
  'shipping_tracking_number',
  'uncategorized_file',
  'uncategorized_text',
] as const satisfies readonly (keyof Stripe.Dispute.Evidence)[]

export type EvidenceField = (typeof EVIDENCE_FIELDS)[number]

/** A dispute starts with every field empty. */
export const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  ...(Object.fromEntries(EVIDENCE_FIELDS.map((field) => [field, null])) as Record<
    EvidenceField,
    null
  >),
  enhanced_evidence: {},
}

/** Whether any field holds something. */
export function hasEvidence(evidence: Stripe.Dispute.Evidence): boolean {
  return EVIDENCE_FIELDS.some((field) => evidence[field] !== null)
}
