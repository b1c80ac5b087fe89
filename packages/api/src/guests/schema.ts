import { z } from 'zod'
import { emailSchema, nameSchema, passwordSchema } from '../accounts/schema'
import {
  awaitReturnInput,
  currencyCode,
  orderIdInput,
  startCheckoutInput,
} from '../orders/schema/order'
import { refundAnswer } from '../payments/schema'
import { orderStatuses } from '../payments/states'

/** A secret that only one browser has: 256 bits from its cookie, made when it first checks out as a guest. */
export const browserToken = z.string().regex(/^[\w-]{43}$/)

export const startGuestCheckoutInput = startCheckoutInput.extend({
  email: emailSchema,
  browserToken,
})
export type StartGuestCheckoutInput = z.input<typeof startGuestCheckoutInput>

export const guestReturnInput = awaitReturnInput.extend({ browserToken })
export const guestOrderInput = orderIdInput.extend({ browserToken })

/** An unpaid order, to go on with or to give up. */
export const guestOrder = z.object({
  status: z.enum(orderStatuses),
  expiresAt: z.date(),
  checkoutUrl: z.string().nullable(),
  canCancel: z.boolean(),
})
export type GuestOrder = z.infer<typeof guestOrder>

/** The secret of the link that was mailed to a guest. */
export const claimInput = z.object({ token: z.string().min(20).max(100) })
export type ClaimInput = z.infer<typeof claimInput>

/** Claims with a new account for the address that the link was mailed to. */
export const claimAsNewInput = claimInput.extend({ name: nameSchema, password: passwordSchema })
export type ClaimAsNewInput = z.infer<typeof claimAsNewInput>

/** Asks for the link again. */
export const sendClaimLinkInput = z.object({
  orderNumber: z.coerce.number('order-number-invalid').int().min(1).max(2_147_483_647),
  email: emailSchema,
})
export type SendClaimLinkInput = z.output<typeof sendClaimLinkInput>

export const guestRefundInput = claimInput.extend({
  orderLineId: z.uuid(),
  /** made by the form: sending it again is the same refund */
  requestId: z.uuid(),
})
export type GuestRefundInput = z.infer<typeof guestRefundInput>

/** What a mailed link is for, and what whoever opens it can do now. */
export const claimOffer = z.object({
  orderId: z.uuid(),
  orderNumber: z.number().int(),
  /** where the link was mailed to */
  email: z.string(),
  status: z.enum(orderStatuses),
  currency: currencyCode,
  totalMinor: z.bigint(),
  /** `yours`: the reader has claimed it; `taken`: somebody else has */
  state: z.enum(['open', 'yours', 'taken']),
  expiresAt: z.date(),
  /** whether the address has a confirmed account: then its owner signs in instead of making one */
  hasAccount: z.boolean(),
  lines: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      amountMinor: z.bigint(),
      refundedMinor: z.bigint(),
      refund: refundAnswer,
      canRequestRefund: z.boolean(),
      /** the reader has it already: claiming gives its price back */
      isOwned: z.boolean(),
    }),
  ),
})
export type ClaimOffer = z.infer<typeof claimOffer>
