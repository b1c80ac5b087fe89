import { z } from 'zod'
import { soldKinds } from '../../catalog/schema/vocabulary'
import { enteredCodes, quotedCoupon } from '../../coupons/schema'
import { refundAnswer } from '../../payments/schema'
import { orderStatuses } from '../../payments/states'
import { pageInput } from '../../shared/pagination'
import { taxBuyerInput, taxRow } from '../../tax/schema'
import { taxReasons } from '../../tax/states'
import { askedItem, cartItemIdentity, linePurposes } from './cart-item'

export const currencyCode = z.string().regex(/^[A-Z]{3}$/)

export const maxCartItems = 20

/** What to buy, in which currency. */
export const cartInput = z.object({
  items: z
    .array(askedItem)
    .min(1)
    .max(maxCartItems)
    .refine((items) => new Set(items.map(cartItemIdentity)).size === items.length, 'each once'),
  currency: currencyCode,
  /** of coupons, as they were entered */
  codes: enteredCodes.default([]),
  /** where the buyer is and under which tax number; what they keep for invoices when absent */
  buyer: taxBuyerInput.optional(),
})
export type CartInput = z.input<typeof cartInput>

export const startCheckoutInput = cartInput.extend({
  /** seats and gifts by their wish alone: what is bought for others is never owned, so only the wish tells twice */
  items: cartInput.shape.items.refine(
    (items) => items.every(({ purpose }) => purpose !== 'seats' && purpose !== 'gift'),
    'out of the cart',
  ),
  /** language of Stripe's page, as BCP 47; Stripe chooses when absent */
  locale: z.string().max(20).optional(),
  /** the text by which the buyer asks for access at once and gives up the right of withdrawal */
  waiver: z.number().int().positive().optional(),
})
export type StartCheckoutInput = z.input<typeof startCheckoutInput>

export const startCheckoutOutput = z.discriminatedUnion('kind', [
  /** go to `url` and pay */
  z.object({ kind: z.literal('redirect'), orderId: z.uuid(), url: z.string() }),
  /** coupons leave nothing to pay: the order is settled and access was given */
  z.object({ kind: z.literal('settled'), orderId: z.uuid() }),
  /** a cart of free offerings: access was given without an order */
  z.object({ kind: z.literal('enrolled'), offeringIds: z.array(z.uuid()) }),
])
export type StartCheckoutOutput = z.infer<typeof startCheckoutOutput>

export const orderIdInput = z.object({ orderId: z.uuid() })
export const myOrdersInput = pageInput

export const awaitReturnInput = z.object({
  orderId: z.uuid(),
  /** as Stripe put it into the address; it is only compared, it proves nothing */
  sessionId: z.string().max(255).optional(),
})

const orderSummary = z.object({
  id: z.uuid(),
  number: z.number().int(),
  status: z.enum(orderStatuses),
  currency: currencyCode,
  totalMinor: z.bigint(),
  refundedMinor: z.bigint(),
  createdAt: z.date(),
  paidAt: z.date().nullable(),
  expiresAt: z.date(),
  /** where to go on paying; only while the order awaits payment */
  checkoutUrl: z.string().nullable(),
  titles: z.array(z.string()),
})

export const myOrdersOutput = z.object({
  rows: z.array(orderSummary),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
})

/** Something that happened to an order, for people to read. `kind` is a key of the catalogue. */
export const timelineEntry = z.object({
  at: z.date(),
  kind: z.enum([
    'created',
    'checkout_opened',
    'payment_declined',
    'paid',
    'payment_failed',
    'expired',
    'cancelled',
    'refund_started',
    'refunded',
    'refund_failed',
    'dispute_opened',
    'dispute_won',
    'dispute_lost',
  ]),
  amountMinor: z.bigint().nullable(),
})
export type TimelineEntry = z.infer<typeof timelineEntry>

export const myOrderOutput = orderSummary.extend({
  subtotalMinor: z.bigint(),
  discountMinor: z.bigint(),
  /** what of the total is tax */
  taxMinor: z.bigint(),
  taxes: z.array(taxRow),
  isTaxIncluded: z.boolean(),
  taxReason: z.enum(taxReasons).nullable(),
  /** what gave the discount */
  coupons: z.array(quotedCoupon),
  /** what was paid for courses before and counts for their program here */
  credits: z.array(z.object({ title: z.string(), amountMinor: z.bigint() })),
  email: z.string(),
  /**
   * of who has, or had, the right of withdrawal: when access opens that waits for its end, when it was given
   * up, and the text by which it may be now; null for everybody else
   */
  withdrawal: z
    .object({
      opensAt: z.date().nullable(),
      waivedAt: z.date().nullable(),
      waiverVersion: z.number().int(),
    })
    .nullable(),
  canCancel: z.boolean(),
  /** the payment as a receipt states it */
  payment: z
    .object({ cardBrand: z.string().nullable(), cardLast4: z.string().nullable(), at: z.date() })
    .nullable(),
  lines: z.array(
    z.object({
      id: z.uuid(),
      purpose: z.enum(linePurposes),
      quantity: z.number().int(),
      bundleId: z.uuid().nullable(),
      /** what the line is a part of */
      bundle: z.object({ title: z.string(), slug: z.string() }).nullable(),
      offeringId: z.uuid(),
      slug: z.string(),
      kind: z.enum(soldKinds),
      title: z.string(),
      /** the price before any discount */
      listMinor: z.bigint(),
      discountMinor: z.bigint(),
      amountMinor: z.bigint(),
      refundedMinor: z.bigint(),
      hasAccess: z.boolean(),
      refund: refundAnswer,
      /** whether the buyer can take the price back now */
      canRequestRefund: z.boolean(),
    }),
  ),
  timeline: z.array(timelineEntry),
})
export type MyOrderOutput = z.infer<typeof myOrderOutput>

export const awaitReturnOutput = z.object({
  id: z.uuid(),
  number: z.number().int(),
  status: z.enum(orderStatuses),
  currency: currencyCode,
  /** where the link goes by which a guest claims what was bought; null for what is somebody's */
  guestEmail: z.string().nullable(),
  codes: z.array(z.string()),
  lines: z.array(
    z.object({
      purpose: z.enum(linePurposes),
      quantity: z.number().int(),
      bundleId: z.uuid().nullable(),
      /** the wish of the buyer's cart that it came from */
      wishId: z.uuid().nullable(),
      offeringId: z.uuid(),
      slug: z.string(),
      title: z.string(),
    }),
  ),
})

/** Asks for access at once, by the text that was read. */
export const waiveWithdrawalInput = orderIdInput.extend({
  waiver: z.coerce.number('waiver-missing').int().positive('waiver-missing'),
})
export type WaiveWithdrawalInput = z.output<typeof waiveWithdrawalInput>

export const cancelOutput = z.object({ orderId: z.uuid(), status: z.enum(orderStatuses) })

export const adminOrdersInput = pageInput.extend({
  /** order number, address, name, title, or an id of Stripe's (cs_, pi_, ch_, re_, dp_), or
   * the network address that it was placed from */
  search: z.string().trim().max(200).optional(),
  status: z.array(z.enum(orderStatuses)).max(orderStatuses.length).optional(),
  needsReview: z.boolean().optional(),
  currency: currencyCode.optional(),
  offeringId: z.uuid().optional(),
  userId: z.uuid().optional(),
  createdFrom: z.date().optional(),
  createdTo: z.date().optional(),
  sort: z.enum(['createdAt', 'number', 'total', 'status', 'paidAt']).default('createdAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
})
export type AdminOrdersInput = z.infer<typeof adminOrdersInput>

/** How many of the unused seats of a line go back. */
const refundedSeats = z.coerce.number('seats-quantity').int('seats-quantity').min(1).max(500)

/** Give money back. Without `lines`: everything that is left. */
export const refundInput = z.object({
  orderId: z.uuid(),
  /** made by the form: sending it again is the same refund */
  requestId: z.uuid(),
  reason: z.string().trim().min(3).max(500),
  lines: z
    .array(
      z.union([
        z.object({ orderLineId: z.uuid(), amountMinor: z.bigint().positive() }),
        z.object({ orderLineId: z.uuid(), seats: refundedSeats }),
      ]),
    )
    .min(1)
    .max(20)
    .refine((lines) => new Set(lines.map((l) => l.orderLineId)).size === lines.length, 'once each')
    .optional(),
})
export type RefundInput = z.infer<typeof refundInput>

/** One line of one's own order. */
export const orderLineInput = z.object({ orderId: z.uuid(), orderLineId: z.uuid() })
export type OrderLineInput = z.infer<typeof orderLineInput>

/** What a refund would be of: one line, of seats as many of the unused as are named, else all of them. */
export const refundOfferInput = orderLineInput.extend({ seats: refundedSeats.optional() })
export type RefundOfferInput = z.infer<typeof refundOfferInput>

/** Take the price of a line back, as the refund promise allows. */
export const requestRefundInput = refundOfferInput.extend({
  /** made by the form: sending it again is the same refund */
  requestId: z.uuid(),
})
export type RequestRefundInput = z.infer<typeof requestRefundInput>

/** What taking the price of a line back gives and takes, before it is done. */
export const refundOfferOutput = z.object({
  orderNumber: z.number().int(),
  title: z.string(),
  amountMinor: z.bigint(),
  currency: currencyCode,
  payment: z.object({ cardBrand: z.string().nullable(), cardLast4: z.string().nullable() }),
  refund: refundAnswer,
  canRequest: z.boolean(),
  /** of seats: how many are unused, and how many of those this is about */
  seats: z.object({ unused: z.number().int(), chosen: z.number().int() }).nullable(),
  /** access that ends; `remains` says that another grant keeps it open */
  ending: z.array(z.object({ offeringId: z.uuid(), title: z.string(), remains: z.boolean() })),
})
export type RefundOfferOutput = z.infer<typeof refundOfferOutput>

export const resolveReviewInput = z.object({
  orderId: z.uuid(),
  reason: z.string().trim().min(3).max(500),
})

/** What a refund would do, asked before it is done. */
export const refundEffectInput = refundInput.pick({ orderId: true, lines: true })
export type RefundEffectInput = z.infer<typeof refundEffectInput>

/** The period of the dashboard's first page: the last days, or a custom range (both ends included). */
export const overviewInput = z.object({
  range: z.enum(['7', '30', '90']).default('30'),
  from: z.date().optional(),
  to: z.date().optional(),
})
export type OverviewInput = z.infer<typeof overviewInput>
