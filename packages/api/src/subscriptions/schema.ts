import { z } from 'zod'
import { orderStatuses } from '../payments/states'
import { isWholeCharge } from '../shared/charge-step'
import { isBelowMinimumCharge } from '../shared/minimum-charge'
import { pageInput } from '../shared/pagination'
import { quotedTax, taxBuyerInput } from '../tax/schema'
import { membershipPeriods, subscriptionStatuses } from './states'

const currency = z.string().regex(/^[A-Z]{3}$/)
const id = z.uuid()
const reason = z.string().trim().min(3).max(500)

/** Which of the plans, and in which currency; what it costs is looked up. */
export const quoteMembershipInput = z.object({
  period: z.enum(membershipPeriods),
  currency,
  /** where the buyer is; left out: what they keep for invoices says it */
  buyer: taxBuyerInput.optional(),
})
export type QuoteMembershipInput = z.infer<typeof quoteMembershipInput>

/** What a plan costs each time it is paid, in minor units. */
export const membershipQuoteOutput = z.object({
  title: z.string(),
  period: z.enum(membershipPeriods),
  currency,
  /** it begins with so many days for nothing */
  trialDays: z.number().int(),
  netMinor: z.bigint(),
  taxMinor: z.bigint(),
  totalMinor: z.bigint(),
  tax: quotedTax,
  /** for how long the first payment goes back, whatever was learnt */
  refundDays: z.number().int(),
  /** what has to be given up for access at once; null for who has no right of withdrawal */
  withdrawal: z.object({ days: z.number().int(), waiverVersion: z.number().int() }).nullable(),
})
export type MembershipQuote = z.infer<typeof membershipQuoteOutput>

export const startSubscriptionInput = quoteMembershipInput.extend({
  /** the text by which the right of withdrawal is given up */
  waiver: z.number().int().positive().optional(),
  locale: z.string().max(20).optional(),
})
export type StartSubscriptionInput = z.infer<typeof startSubscriptionInput>
export const startSubscriptionOutput = z.object({ subscriptionId: id, url: z.string() })

const plan = z.object({
  period: z.enum(membershipPeriods),
  currency,
  amountMinor: z.bigint(),
})

/** What is for sale. `savingPercent`: of a year by the year against one by the month, rounded down. */
export const membershipOfferOutput = z
  .object({
    title: z.string(),
    summary: z.string(),
    courses: z.number().int(),
    programs: z.number().int(),
    trialDays: z.number().int(),
    /** for how long the first payment goes back, whatever was learnt */
    refundDays: z.number().int(),
    /** whose prices get tax added; null where no tax is collected at all */
    exclusiveCurrencies: z.array(currency).nullable(),
    currencies: z.array(
      z.object({ currency, plans: z.array(plan), savingPercent: z.number().int().nullable() }),
    ),
  })
  .nullable()
export type MembershipOffer = z.infer<typeof membershipOfferOutput>

/** Somebody's own membership: the one that lives, or else the last one. */
export const myMembershipOutput = z.object({
  membership: z
    .object({
      id,
      title: z.string(),
      status: z.enum(subscriptionStatuses),
      /** it runs: another one cannot be begun */
      isLive: z.boolean(),
      isOpen: z.boolean(),
      /** why it is not, as the grant says it; null while it is */
      closedReason: z.string().nullable(),
      /** until when everything is open; null while it is not */
      openUntil: z.date().nullable(),
      period: z.enum(membershipPeriods),
      currency,
      amountMinor: z.bigint(),
      periodEnd: z.date().nullable(),
      trialEndsAt: z.date().nullable(),
      cancelAt: z.date().nullable(),
      pausedUntil: z.date().nullable(),
      graceUntil: z.date().nullable(),
      startedAt: z.date().nullable(),
      endedAt: z.date().nullable(),
      /** what is charged next and when; null when nothing is */
      nextPayment: z.object({ at: z.date(), amountMinor: z.bigint() }).nullable(),
      /** the invoice whose payment fails */
      failing: z
        .object({ amountMinor: z.bigint(), currency, nextAttemptAt: z.date().nullable() })
        .nullable(),
      /** the same membership paid the other way */
      otherPlan: plan.nullable(),
      checkoutUrl: z.string().nullable(),
    })
    .nullable(),
  /** a first membership begins with so many days for nothing; 0 when the trial was used */
  trialDays: z.number().int(),
  payments: z.array(
    z.object({
      orderId: id,
      status: z.enum(orderStatuses),
      title: z.string(),
      at: z.date(),
      totalMinor: z.bigint(),
      currency,
      documents: z.array(
        z.object({ id, reference: z.string(), kind: z.enum(['invoice', 'credit_note']) }),
      ),
    }),
  ),
})
export type MyMembership = z.infer<typeof myMembershipOutput>

export const awaitMembershipInput = z.object({ subscriptionId: id })
export const awaitMembershipOutput = z.object({ status: z.enum(subscriptionStatuses) })

export const changePlanInput = z.object({
  period: z.enum(membershipPeriods),
  /** the moment of the preview: what was shown is what is charged */
  at: z.date(),
})
export type ChangePlanInput = z.infer<typeof changePlanInput>
export const previewPlanInput = z.object({ period: z.enum(membershipPeriods) })
export const previewPlanOutput = z.object({
  at: z.date(),
  period: z.enum(membershipPeriods),
  currency,
  amountMinor: z.bigint(),
  /** what of the running period is credited; not above zero */
  creditMinor: z.bigint(),
  /** what is charged today; what is left of a credit is kept for the next payments */
  dueMinor: z.bigint(),
  periodEnd: z.date(),
})
export type PlanPreview = z.infer<typeof previewPlanOutput>

export const pauseInput = z.object({ months: z.number().int().min(1).max(3) })

export const portalOutput = z.object({ url: z.string() })

export const adminSubscriptionsInput = pageInput.extend({
  /** address or name of the person, or an id of Stripe's */
  search: z.string().trim().max(200).optional(),
  status: z.array(z.enum(subscriptionStatuses)).max(subscriptionStatuses.length).optional(),
  period: z.enum(membershipPeriods).optional(),
  userId: id.optional(),
  /** only those that end because somebody cancelled them, or only the others */
  isCancelled: z.boolean().optional(),
  attention: z.boolean().optional(),
  sort: z.enum(['createdAt', 'periodEnd', 'status', 'person']).default('createdAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
})
export type AdminSubscriptionsInput = z.infer<typeof adminSubscriptionsInput>

const count = z.number().int()

export const subscriptionCounts = z.object({
  trialing: count,
  active: count,
  /** with a payment that is missing, whether access is still open or not */
  pastDue: count,
  paused: count,
  /** of those above, with an end */
  cancelling: count,
  /** ended in the last thirty days */
  churned: count,
  /** that a person has to look at */
  inReview: count,
})
export type SubscriptionCounts = z.infer<typeof subscriptionCounts>

export const subscriptionOverviewOutput = subscriptionCounts.extend({
  /** what comes in a month, in minor units of each currency, and from how many members */
  recurring: z.array(z.object({ currency, members: count, amountMinor: z.bigint() })),
})
export type SubscriptionOverview = z.infer<typeof subscriptionOverviewOutput>

const amount = z.bigint().positive({ error: 'price-invalid' }).nullable()
const isCharged = (currencyCode: string, amountMinor: bigint | null) =>
  amountMinor === null ||
  (isWholeCharge({ amountMinor, currency: currencyCode }) &&
    !isBelowMinimumCharge({ amountMinor, currency: currencyCode }))

/** What a membership costs in a currency; null where it is not sold that way. Minor units. */
const planPrices = z
  .object({
    currency: z.string().regex(/^[A-Z]{3}$/, { error: 'currency-invalid' }),
    perMonthMinor: amount,
    perYearMinor: amount,
  })
  .refine((row) => isCharged(row.currency, row.perMonthMinor), {
    path: ['perMonthMinor'],
    error: 'price-invalid',
  })
  .refine((row) => isCharged(row.currency, row.perYearMinor), {
    path: ['perYearMinor'],
    error: 'price-invalid',
  })
  .refine((row) => row.perMonthMinor !== null || row.perYearMinor !== null, {
    path: ['perMonthMinor'],
    error: 'price-invalid',
  })

const membershipTerms = z.object({
  title: z.string().trim().min(1, { error: 'text-missing' }).max(120, { error: 'text-too-long' }),
  summary: z.string().trim().min(1, { error: 'text-missing' }).max(300, { error: 'text-too-long' }),
  prices: z
    .array(planPrices)
    .min(1, { error: 'membership-price-missing' })
    .max(20)
    .refine((rows) => new Set(rows.map((row) => row.currency)).size === rows.length, {
      error: 'duplicates',
    }),
})
export const createMembershipInput = membershipTerms.extend({ providerId: id })
export type CreateMembershipInput = z.infer<typeof createMembershipInput>

const offeringVersion = z.object({ offeringId: id, version: z.number().int() })
export const updateMembershipInput = membershipTerms.extend(offeringVersion.shape)
export type UpdateMembershipInput = z.infer<typeof updateMembershipInput>

/** Whether a membership can be begun; those that run go on in any case. */
export const sellMembershipInput = offeringVersion.extend({ isOnSale: z.boolean(), reason })
export type SellMembershipInput = z.infer<typeof sellMembershipInput>

export const adminSubscriptionInput = z.object({ subscriptionId: id })
export const adminCancelInput = z.object({
  subscriptionId: id,
  when: z.enum(['now', 'period_end']),
  reason,
})
export type AdminCancelInput = z.infer<typeof adminCancelInput>
export const adminExtendGraceInput = z.object({ subscriptionId: id, until: z.date(), reason })
export type AdminExtendGraceInput = z.infer<typeof adminExtendGraceInput>
