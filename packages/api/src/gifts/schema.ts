import { z } from 'zod'

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

export const updateGiftInput = giftInput.extend({
  ...recipient.shape,
  deliverOn: z.iso.date().nullable(),
})
export type UpdateGiftInput = z.infer<typeof updateGiftInput>

export const giftTokenInput = z.object({ token: z.string().min(20).max(100) })
export const giftLinkOutput = z.object({ url: z.string() })
