import type { SoldKind } from '../../catalog/schema/vocabulary'
import type { LinePurpose } from '../../orders/schema/cart-item'
import type { RefundAnswer, RefundTerms } from '../../payments/schema'

/** Who used what was bought: the buyer, whoever claimed the gift, or the holder of a seat by its number. */
export type UsedBy = 'buyer' | 'gift' | { seat: number }

/** What is known of a disputed purchase, from our own records: the matter of the evidence. */
export type EvidenceFacts = {
  appUrl: string
  dispute: { reason: string; createdAt: Date }
  order: {
    number: number
    email: string
    createdAt: Date
    paidAt: Date | null
    currency: string
    totalMinor: bigint
    ipAddress: string | null
    /** when the right of withdrawal was given up for access at once, and the number of the text that said so */
    waivedAt: Date | null
    waiverVersion: number | null
    lines: {
      title: string
      purpose: LinePurpose
      quantity: number
      kind: SoldKind
      provider: string
      listMinor: bigint
      discountMinor: bigint
      amountMinor: bigint
      /** as they were shown before paying */
      terms: RefundTerms
      /** what the terms gave when the dispute was opened */
      refund: RefundAnswer
    }[]
  }
  buyer: {
    name: string | null
    email: string
    /** of the account; null while nobody has claimed what a guest bought */
    since: Date | null
    /** bought without an account, with an address alone */
    isGuest: boolean
    /** when a guest's order was claimed by the link that was mailed to its address */
    claimedAt: Date | null
    emailConfirmedAt: Date | null
  }
  card: {
    brand: string | null
    last4: string | null
    billingName: string | null
    billingAddress: string | null
  } | null
  access: {
    title: string
    /** a program is learnt in its courses, which are items of their own */
    kind: SoldKind
    by: UsedBy
    openedAt: Date
    progressPercent: number
    completedAt: Date | null
    lessons: { title: string; openedAt: Date; completedAt: Date | null }[]
    quizzes: { title: string; number: number; scorePercent: number; submittedAt: Date }[]
  }[]
  /** seats and gifts of the order, and when somebody was offered, took and lost them */
  handedOver: {
    by: Exclude<UsedBy, 'buyer'>
    title: string
    /** when somebody was invited to the seat, or the gift was mailed; null: it was not */
    offeredAt: Date | null
    claimedAt: Date | null
    releasedAt: Date | null
  }[]
  signIns: { at: Date; ipAddress: string | null; userAgent: string | null }[]
  mails: { what: string; recipient: string; requestedAt: Date; sentAt: Date | null }[]
  refunds: { amountMinor: bigint; currency: string; status: string; createdAt: Date }[]
  otherOrders: {
    number: number
    paidAt: Date
    totalMinor: bigint
    currency: string
    titles: string[]
    chargeId: string | null
    isDisputed: boolean
  }[]
  reviews: { offering: string; rating: number; title: string; writtenAt: Date }[]
}
