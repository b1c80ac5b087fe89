import { z } from 'zod'
import { pageInput } from '../shared/pagination'
import { bookKinds } from './rules/compare-books'
import { journalAccounts } from './rules/journal'
import { stripeEventStates } from './states'

/**
 * A text for the reader as data: a key of the message catalogue and the values for its placeholders.
 * Amounts come as decimal minor units in a string beside their currency, times as ISO 8601.
 */
export const sentencePart = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type SentencePart = z.infer<typeof sentencePart>

/** The first terms: progress counts from nothing. */
const refundTermsV1 = z.object({
  version: z.literal(1),
  /** days after the payment */
  days: z.number().int().min(0),
  /** the refund is owed while progress is below this */
  belowPercent: z.number().int().min(0).max(100),
})

/** Version 2 counts only what the buyer has done since: `belowPercent` of what was not done yet. */
const refundTermsV2 = refundTermsV1.extend({
  version: z.literal(2),
  /** progress in what the line sells when the order was made, from an earlier purchase or enrolment */
  startPercent: z.number().int().min(0).max(100),
})
/** Version 3 knows the right of withdrawal, and ends with an exam that was sat or a credential that was issued. */
const refundTermsV3 = refundTermsV2.extend({
  version: z.literal(3),
  /** days of the right of withdrawal; null for who has none */
  withdrawalDays: z.number().int().min(0).nullable(),
})
/** The terms of the refund promise as an order line keeps them: those that it was sold under. */
export const refundTerms = z.discriminatedUnion('version', [
  refundTermsV1,
  refundTermsV2,
  refundTermsV3,
])
export type RefundTerms = z.infer<typeof refundTerms>

/** What the refund promise says about one line at one moment. */
export const refundAnswer = z.object({
  /** whether something is owed back now, without anybody's discretion */
  isOwed: z.boolean(),
  /** the price, or of seats the part that nobody used; minor units */
  owedMinor: z.bigint(),
  reason: z.enum([
    'free',
    'before-purchase',
    'within-promise',
    'membership-within',
    'too-late',
    'too-far',
    'already-refunded',
    'credited',
    'withdrawal',
    'exam-sat',
    'credential-issued',
    'seats-before',
    'seats-within',
    'seats-used',
    'gift-before',
    'gift-within',
    'gift-claimed',
    'exam-before',
    'exam-within',
    'exam-used',
  ]),
  until: z.date().nullable(),
  sentence: z.array(sentencePart),
})
export type RefundAnswer = z.infer<typeof refundAnswer>

export const adminEventsInput = pageInput.extend({
  search: z.string().trim().max(200).optional(),
  type: z.string().max(100).optional(),
  state: z.enum(stripeEventStates).optional(),
  sort: z.enum(['receivedAt', 'occurredAt', 'type']).default('receivedAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
})
export type AdminEventsInput = z.infer<typeof adminEventsInput>

export const adminEventInput = z.object({ id: z.string().min(1).max(255) })

export const adminTargetsInput = pageInput.extend({
  state: z.enum(['any', 'dirty', 'dead']).default('any'),
})
export type AdminTargetsInput = z.infer<typeof adminTargetsInput>

export const adminTargetInput = z.object({ key: z.string().min(1).max(255) })

/** A difference of the last comparison, as it stood on the page. */
export const adminAcceptDifferenceInput = z.object({
  kind: z.enum(bookKinds),
  externalId: z.string().min(1).max(255),
  currency: z.string().length(3),
  stripeMinor: z.bigint(),
  ledgerMinor: z.bigint(),
  reason: z.string().trim().min(3).max(500),
})
export type AdminAcceptDifferenceInput = z.infer<typeof adminAcceptDifferenceInput>

/** The envelope of a snapshot event; what is inside `object` is trusted for nothing but ids. */
export const stripeEventEnvelope = z.looseObject({
  id: z.string().regex(/^evt_\w+$/),
  object: z.literal('event'),
  type: z.string().min(1).max(200),
  account: z.string().optional(),
  livemode: z.boolean(),
  api_version: z.string().nullish(),
  created: z.number().int().nonnegative(),
  data: z.looseObject({ object: z.record(z.string(), z.unknown()) }),
})
export type StripeEventEnvelope = z.infer<typeof stripeEventEnvelope>

/** Parameters of a `transfer` command: minor units of the currency of the balance that it is taken from. */
export const transferCommandParams = z.object({
  accountId: z.string(),
  amountMinor: z.string().regex(/^[1-9]\d*$/),
  currency: z.string().length(3),
})
export type TransferCommandParams = z.infer<typeof transferCommandParams>

/** Parameters of a `reverse_transfer` command. */
export const reverseTransferParams = z.object({
  transferId: z.string(),
  amountMinor: z.string().regex(/^[1-9]\d*$/),
})
export type ReverseTransferParams = z.infer<typeof reverseTransferParams>

/** Parameters of a `refund` command. Without `lines` the amount is spread over what is left. */
export const refundCommandParams = z.object({
  /**
   * `promise`: the buyer took what the refund promise owes; `owned_at_claim`: who claimed a guest's order
   * had the same already, long after it was invoiced, while a `duplicate` never becomes a sale
   */
  cause: z.enum(['staff', 'promise', 'duplicate', 'owned_at_claim', 'paid_after_cancel']),
  paymentIntentId: z.string(),
  amountMinor: z.string().regex(/^\d+$/),
  currency: z.string().length(3),
  lines: z.array(z.object({ orderLineId: z.uuid(), amountMinor: z.string().regex(/^\d+$/) })),
})
export type RefundCommandParams = z.infer<typeof refundCommandParams>

/** Parameters of a `create_session` command: frozen, so that a retry sends the very same request. */
export const createSessionParams = z.object({
  currency: z.string().length(3),
  email: z.string(),
  expiresAt: z.iso.datetime(),
  locale: z.string().nullable(),
  lines: z.array(z.object({ title: z.string(), amountMinor: z.string().regex(/^\d+$/) })),
})
export type CreateSessionParams = z.infer<typeof createSessionParams>

/** Parameters of a `record_tax` command: what of Stripe's calculation was sold, under our invoice's number. */
export const recordTaxParams = z.object({ calculationId: z.string(), reference: z.string() })

/** Parameters of a `reverse_tax` command: how much of the sale was taken back by our credit note. */
export const reverseTaxParams = z.object({
  reference: z.string(),
  amountMinor: z.string().regex(/^\d+$/),
})

/** Parameters of a `create_subscription_session` command, frozen as those of an order are. */
export const createSubscriptionSessionParams = z.object({
  currency: z.string().length(3),
  amountMinor: z.string().regex(/^\d+$/),
  interval: z.enum(['month', 'year']),
  title: z.string(),
  trialDays: z.number().int().min(0),
  email: z.string(),
  /** of an earlier membership of the same person; null: Stripe makes one */
  customerId: z.string().nullable(),
  expiresAt: z.iso.datetime(),
  locale: z.string().nullable(),
})
export type CreateSubscriptionSessionParams = z.infer<typeof createSubscriptionSessionParams>

/** Parameters of a `cancel_subscription` command: it ends at once. */
export const cancelSubscriptionParams = z.object({
  stripeSubscriptionId: z.string(),
  /** `money_taken`: what pays for the current period was given back or lost */
  cause: z.enum(['duplicate', 'money_taken', 'staff']),
})
export type CancelSubscriptionParams = z.infer<typeof cancelSubscriptionParams>

/** What a member may change about a subscription that goes on. */
export const subscriptionChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('end'), atPeriodEnd: z.boolean() }),
  z.object({ kind: z.literal('pause'), until: z.iso.datetime() }),
  /** `restart`: what was paid for is over, so that a new period begins and is charged at once */
  z.object({ kind: z.literal('unpause'), restart: z.boolean() }),
  z.object({
    kind: z.literal('plan'),
    itemId: z.string(),
    productId: z.string(),
    currency: z.string().length(3),
    amountMinor: z.string().regex(/^\d+$/),
    interval: z.enum(['month', 'year']),
    /** what was shown is what is charged: proration counts from this moment */
    at: z.iso.datetime(),
  }),
])
export type SubscriptionChange = z.infer<typeof subscriptionChange>

/** Parameters of an `update_subscription` command. */
export const updateSubscriptionParams = z.object({
  stripeSubscriptionId: z.string(),
  change: subscriptionChange,
})
export type UpdateSubscriptionParams = z.infer<typeof updateSubscriptionParams>

export const expireSessionParams = z.object({
  /** `card_testing`: somebody tried out cards on it */
  cause: z.enum(['cancelled', 'replaced', 'card_testing']),
})
export type ExpireSessionParams = z.infer<typeof expireSessionParams>

/** A time by its days: from the first moment of one to before the first of another. */
const period = { from: z.date(), to: z.date() }

/** Which account's statement, over which time. */
export const ledgerStatementInput = pageInput.extend({
  ...period,
  account: z.enum(journalAccounts),
  /** one provider's part of the account */
  ownerId: z.uuid().optional(),
  currency: z.string().regex(/^[A-Z]{3}$/),
})
export type LedgerStatementInput = z.infer<typeof ledgerStatementInput>

/** Part of the journal of a time. */
export const ledgerJournalInput = z.object({
  ...period,
  /** the last transaction of the part before */
  after: z.object({ occurredAt: z.date(), id: z.uuid() }).optional(),
})
export type LedgerJournalInput = z.infer<typeof ledgerJournalInput>
/** What evidence can say in words: Stripe's names (docs.stripe.com/api/disputes/evidence_object). */
export const evidenceFields = [
  'product_description',
  'customer_name',
  'customer_email_address',
  'customer_purchase_ip',
  'billing_address',
  'service_date',
  'access_activity_log',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'duplicate_charge_id',
  'duplicate_charge_explanation',
  'uncategorized_text',
] as const
export type EvidenceField = (typeof evidenceFields)[number]

/** Characters that Stripe takes in one field, and in all of them together. */
export const evidenceFieldLimit = 20_000
export const evidenceTotalLimit = 150_000

/** The texts of an answer, by field. */
export const evidenceTexts = z
  .partialRecord(z.enum(evidenceFields), z.string().trim().min(1).max(evidenceFieldLimit))
  .refine(
    (texts) => Object.values(texts).join('').length <= evidenceTotalLimit,
    'evidence-too-long',
  )
export type EvidenceTexts = z.infer<typeof evidenceTexts>

/** Parameters of a `submit_evidence` command: the texts as they were when somebody sent them. */
export const submitEvidenceParams = z.object({ disputeId: z.string(), evidence: evidenceTexts })
export type SubmitEvidenceParams = z.infer<typeof submitEvidenceParams>

export const closeDisputeParams = z.object({ disputeId: z.string() })
export type CloseDisputeParams = z.infer<typeof closeDisputeParams>
