import type { DocumentCause, DocumentKind } from '../documents/states'
import type { LinePurpose } from '../orders/schema/cart-item'

/** What every mail about a membership tells: its name and what it costs a month or a year. */
type Membership = {
  name: string | null
  title: string
  url: string
  price: string
  isYearly: boolean
}

/** Every mail that is sent, with what it needs. Money comes as formatted text, links are absolute. */
export type MailTemplates = {
  'verify-email': { name: string | null; url: string }
  'reset-password': { name: string | null; url: string }
  'sign-in-link': { url: string }
  'sign-up-existing': { signInUrl: string; resetUrl: string }
  'change-email': { name: string | null; url: string; newEmail: string }
  'email-changed': { name: string | null; newEmail: string }
  'password-changed': { name: string | null; resetUrl: string }
  'order-receipt': {
    name: string | null
    orderNumber: number
    orderUrl: string
    placedOn: string
    /** whether it goes with it; nothing is invoiced where nothing was paid */
    hasInvoice: boolean
    /** the link by which a guest opens what was bought, and the last day on which it works */
    claim: { url: string; until: string } | null
    /** `refund`: until when and below which progress the price is owed back; null when it was free */
    lines: {
      title: string
      /** what was paid, and the price before the discount when there was one */
      amount: string
      list: string | null
      /** null while nobody has claimed it */
      learnUrl: string | null
      refund: { until: string; percent: number; purpose: LinePurpose } | null
    }[]
    /**
     * what the lines cost before the discount, and what it took off; null without one. `credited`: what was
     * paid for courses before is part of it
     */
    discount: { subtotal: string; amount: string; codes: string[]; credited?: boolean } | null
    /** of who has the right of withdrawal: when they gave it up for access at once, or until when it lasts */
    withdrawal: { waivedOn: string | null; until: string } | null
    total: string
  }
  'withdrawal-waived': {
    name: string | null
    orderNumber: number
    orderUrl: string
    waivedOn: string
  }
  'claim-link': { orderNumber: number; titles: string[]; url: string; until: string }
  'order-refunded': {
    name: string | null
    orderNumber: number
    orderUrl: string
    amount: string
    titles: string[]
    endsAccess: boolean
  }
  'document-issued': {
    name: string | null
    kind: DocumentKind
    cause: DocumentCause
    reference: string
    orderNumber: number
    orderUrl: string
  }
  'dispute-opened': {
    name: string | null
    orderNumber: number
    amount: string
    /** the reason in words; null when Stripe gives one that we have none for */
    reason: string | null
    /** until when an answer is taken; null when none is asked for */
    answerBy: string | null
    /** an inquiry moves no money; what is closed was decided before it was seen here */
    state: 'inquiry' | 'open' | 'closed'
    url: string
  }
  'dispute-reminder': {
    name: string | null
    orderNumber: number
    amount: string
    answerBy: string
    /** whole days that are left at most */
    days: number
    url: string
  }
  'fraud-warning': { name: string | null; orderNumber: number; amount: string; url: string }
  'card-testing': {
    name: string | null
    /** whose attempts they are; `total`: those of everybody together */
    scope: 'person' | 'origin' | 'total'
    /** address of the person or network address; null for the total */
    subject: string | null
    failed: number
    succeeded: number
    minutes: number
    url: string
  }
  /** money of a provider: its name, and for whom of its owners it is */
  'payout-sent': {
    name: string | null
    provider: string
    number: number
    amount: string
    url: string
  }
  'payout-blocked': {
    name: string | null
    provider: string
    amount: string
    /** of payouts/states */
    reason: string
    url: string
  }
  'payout-failed': {
    name: string | null
    provider: string
    number: number
    amount: string
    url: string
  }
  'payout-refused': {
    name: string | null
    number: number
    amount: string
    /** `balance`: the platform's is short */
    reason: 'refused' | 'balance'
    url: string
  }
  'onboarding-needed': {
    name: string | null
    provider: string
    state: 'onboarding' | 'ready' | 'restricted' | 'deauthorized'
    url: string
  }
  'books-differ': { name: string | null; count: number; url: string }
  /** `owner`: who bought the seats; the reader may have no account yet */
  'seat-invitation': { owner: string | null; title: string; url: string }
  /** `from`: who gives it; `message` is the giver's plain text and may be empty */
  gift: { name: string | null; from: string | null; title: string; message: string; url: string }
  'membership-started': Membership & {
    /** until when nothing is charged; null without a trial */
    trialUntil: string | null
    renewsOn: string
    /** when the right of withdrawal was given up for access at once; null for who had none */
    waivedOn: string | null
  }
  'membership-charge-coming': Membership & { isTrial: boolean; on: string }
  'membership-payment-failed': Membership & {
    stage: 'first' | 'second' | 'last' | 'closed'
    accessUntil: string
    /** when the bank is asked again; null when it is not */
    nextAttemptOn: string | null
  }
  'membership-recovered': Membership & { renewsOn: string }
  'membership-plan-changed': Membership & { renewsOn: string }
  'membership-cancelled': Membership & { on: string }
  'membership-ended': Membership
  'enrolment-welcome': { name: string | null; title: string; learnUrl: string }
  'course-completed': { name: string | null; title: string; learnUrl: string }
}
