import { z } from 'zod'
import { pageInput } from '../shared/pagination'
import { giftStandings, giftStates } from './states'

export const giftLimits = { message: 600, name: 100 } as const

/** Whom a gift is for, as the giver writes it. */
export const recipient = z.object({
  recipientEmail: z.email().max(254),
  recipientName: z.string().trim().min(1).max(giftLimits.name).optional(),
})

/** A present, as the giver writes it: plain text, shown as such. */
export const giftWish = recipient.extend({
  message: z.string().trim().max(giftLimits.message),
  /** the calendar day on which it is mailed, where the buyer is; null: as soon as it is paid */
  deliverOn: z.iso.date().nullable(),
})
export type GiftWish = z.infer<typeof giftWish>

/** A reason is asked of staff and kept in the audit log; buyers need none. */
const reason = z.string().trim().min(3).max(500).optional()

export const giftInput = z.object({ giftId: z.uuid(), reason })
export type GiftInput = z.infer<typeof giftInput>

/** `sends`: how often it had been mailed when its page was shown; a mail that went out since is not sent twice */
export const sendGiftInput = giftInput.extend({ sends: z.coerce.number().int().min(0).optional() })
export type SendGiftInput = z.infer<typeof sendGiftInput>

export const updateGiftInput = giftInput.extend({
  ...recipient.shape,
  deliverOn: z.iso.date().nullable(),
})
export type UpdateGiftInput = z.infer<typeof updateGiftInput>

/** Which gift staff mails again, and why. */
export const adminGiftInput = z.object({
  giftId: z.uuid(),
  reason: z.string().trim().min(3).max(500),
})

export const adminGiftsInput = pageInput.extend({
  /** giver, recipient, title or number of the order */
  search: z.string().trim().max(200).optional(),
  state: z.enum(giftStates).optional(),
  standing: z.enum(giftStandings).optional(),
  /** who gave it or has claimed it */
  userId: z.uuid().optional(),
  sort: z.enum(['createdAt', 'deliverAt', 'recipient']).default('createdAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
})
export type AdminGiftsInput = z.infer<typeof adminGiftsInput>

export const giftTokenInput = z.object({ token: z.string().min(20).max(100) })
export const giftLinkOutput = z.object({ url: z.string() })
