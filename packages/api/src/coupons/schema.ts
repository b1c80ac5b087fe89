import { z } from 'zod'
import { pageInput } from '../shared/pagination'
import { couponStandings, redemptionStates } from './states'

export const couponKinds = ['percentage', 'amount'] as const
export const couponScopes = ['everything', 'offerings', 'providers', 'topics'] as const

/** Why a code takes nothing off a cart: keys of the message catalogue. */
export const couponRefusalReasons = [
  'coupon-unknown',
  'coupon-not-started',
  'coupon-ended',
  'coupon-used-up',
  'coupon-used-by-you',
  /** another unpaid order of the buyer holds it */
  'coupon-held-by-you',
  'coupon-first-order-only',
  'coupon-not-for-these',
  'coupon-other-currency',
  'coupon-below-minimum',
  'coupon-not-combinable',
  'coupon-takes-nothing',
  /** what is left to pay would be less than can be charged */
  'coupon-total-too-small',
] as const
export type CouponRefusalReason = (typeof couponRefusalReasons)[number]

/** How many codes an order takes. */
export const maxCodes = 5

/** What somebody typed, as codes are kept: capital letters, no spaces around. Bad ones are unknown. */
export const enteredCode = z
  .string()
  .max(100)
  .transform((text) => text.trim().toUpperCase())

/** The codes of a cart, each once. */
export const enteredCodes = z
  .array(enteredCode)
  .max(maxCodes)
  .transform((codes) => [...new Set(codes)].filter((code) => code !== ''))

export const quotedCoupon = z.object({
  code: z.string(),
  name: z.string(),
  amountMinor: z.bigint(),
})
export const refusedCode = z.object({
  code: z.string(),
  reason: z.enum(couponRefusalReasons),
  at: z.date().nullable(),
  minimumMinor: z.bigint().nullable(),
})

/** A new code, as staff writes it. */
export const newCode = enteredCode.pipe(
  z.string().regex(/^[A-Z0-9-]{3,40}$/, { error: 'coupon-code-invalid' }),
)

const currencyTerms = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'currency-invalid' }),
  amountMinor: z.bigint().positive({ error: 'coupon-amount-invalid' }).nullable(),
  minimumMinor: z.bigint().positive({ error: 'coupon-amount-invalid' }).nullable(),
})

const limit = z.number().int().min(1, { error: 'coupon-limit-invalid' }).max(10_000_000)

const couponFields = z.object({
  name: z.string().trim().min(1, { error: 'text-missing' }).max(120, { error: 'text-too-long' }),
  kind: z.enum(couponKinds),
  percentBps: z
    .number()
    .int()
    .min(1, { error: 'coupon-percent-invalid' })
    .max(10_000, { error: 'coupon-percent-invalid' })
    .nullable(),
  /** one entry per currency: what is taken off, and from which sum on */
  amounts: z
    .array(currencyTerms)
    .max(20)
    .refine((rows) => new Set(rows.map((row) => row.currency)).size === rows.length, {
      error: 'coupon-currency-twice',
    }),
  scope: z.enum(couponScopes),
  scopeIds: z.array(z.uuid()).max(200),
  isFirstOrderOnly: z.boolean(),
  isCombinable: z.boolean(),
  perPersonLimit: limit.nullable(),
  totalLimit: limit.nullable(),
  startsAt: z.date().nullable(),
  /** exclusive */
  endsAt: z.date().nullable(),
  /** the provider that gives the discount; null when the platform does */
  ownerProviderId: z.uuid().nullable(),
})

type CouponFields = z.output<typeof couponFields>

/** What does not go together, by field. */
function checkTogether(fields: CouponFields, context: z.RefinementCtx): void {
  const issue = (path: keyof CouponFields, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })
  if (fields.kind === 'percentage' && fields.percentBps === null) {
    issue('percentBps', 'coupon-percent-invalid')
  }
  if (fields.kind === 'amount' && !fields.amounts.some((row) => row.amountMinor !== null)) {
    issue('amounts', 'coupon-amount-missing')
  }
  if (fields.scope !== 'everything' && fields.scopeIds.length === 0) {
    issue('scopeIds', 'coupon-scope-missing')
  }
  if (fields.startsAt && fields.endsAt && fields.endsAt <= fields.startsAt) {
    issue('endsAt', 'coupon-window-invalid')
  }
}

/** What the kind and the scope leave unused is dropped, so that a coupon says nothing twice. */
const tidy = <Fields extends CouponFields>(fields: Fields): Fields => ({
  ...fields,
  percentBps: fields.kind === 'percentage' ? fields.percentBps : null,
  scopeIds: fields.scope === 'everything' ? [] : [...new Set(fields.scopeIds)],
  amounts: fields.amounts
    .map((row) => ({ ...row, amountMinor: fields.kind === 'amount' ? row.amountMinor : null }))
    .filter((row) => row.amountMinor !== null || row.minimumMinor !== null),
})

export const createCouponInput = couponFields
  .extend({ code: newCode })
  .superRefine(checkTogether)
  .transform(tidy)
export type CreateCouponInput = z.output<typeof createCouponInput>

export const couponInput = z.object({ couponId: z.uuid() })

/** `updatedAt` is what the editor saw: a change on top of another one is refused. */
export const updateCouponInput = couponFields
  .extend({ couponId: z.uuid(), updatedAt: z.date() })
  .superRefine(checkTogether)
  .transform(tidy)
export type UpdateCouponInput = z.output<typeof updateCouponInput>

export const endCouponInput = couponInput.extend({
  reason: z.string().trim().min(3, { error: 'reason-missing' }).max(500),
})

export const addCodeInput = couponInput.extend({ code: newCode })

/** How many codes are made at once. */
export const maxGeneratedCodes = 5000

export const generateCodesInput = couponInput.extend({
  /** made by the form: sending it again makes no more codes */
  batchId: z.uuid(),
  count: z
    .number()
    .int()
    .min(1, { error: 'coupon-count-invalid' })
    .max(maxGeneratedCodes, { error: 'coupon-count-invalid' }),
  /** what every code begins with */
  prefix: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9-]{0,20}$/, { error: 'coupon-code-invalid' }),
})
export type GenerateCodesInput = z.output<typeof generateCodesInput>

export const adminCouponsInput = pageInput.extend({
  /** name or code */
  search: z.string().trim().max(100).optional(),
  standing: z.array(z.enum(couponStandings)).max(couponStandings.length).optional(),
  kind: z.enum(couponKinds).optional(),
  sort: z.enum(['createdAt', 'name', 'redeemed', 'endsAt']).default('createdAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
})
export type AdminCouponsInput = z.output<typeof adminCouponsInput>

export const adminRedemptionsInput = pageInput.extend({
  couponId: z.uuid(),
  state: z.enum(redemptionStates).optional(),
})
export type AdminRedemptionsInput = z.output<typeof adminRedemptionsInput>

export const adminCodesInput = pageInput.extend({
  /** of one coupon; of all when absent */
  couponId: z.uuid().optional(),
  search: z.string().trim().max(40).optional(),
})
export type AdminCodesInput = z.output<typeof adminCodesInput>
