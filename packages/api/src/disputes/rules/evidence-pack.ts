import { type EvidenceField, type EvidenceTexts, evidenceFieldLimit } from '../../payments/schema'
import { formatMoney } from '../../shared/money'
import { accessLog } from './access-log'
import type { EvidenceFacts } from './evidence-facts'
import { purchaseNotes } from './purchase-notes'
import { refundDisclosure, refundRefusal } from './refund-evidence'
import { moment, plural, within } from './words'

/**
 * The evidence against a dispute, put together from what is on record: a text for each of Stripe's fields
 * that we have something for, none longer than Stripe takes. What is not known is left out, and nothing is
 * said that no record bears out. In English, which the card networks ask for. Pure.
 */
export function evidencePack(facts: EvidenceFacts): EvidenceTexts {
  const { order, buyer, card, dispute } = facts
  const duplicate = dispute.reason === 'duplicate' ? otherCharge(facts) : null
  const texts: Record<EvidenceField, string | null> = {
    product_description: productDescription(facts),
    customer_name: buyer.name ?? card?.billingName ?? null,
    customer_email_address: order.email,
    customer_purchase_ip: order.ipAddress,
    billing_address: card?.billingAddress ?? null,
    service_date: serviceDate(facts),
    access_activity_log: accessLog(facts),
    refund_policy_disclosure: refundDisclosure(facts),
    refund_refusal_explanation: refundRefusal(facts),
    duplicate_charge_id: duplicate?.chargeId ?? null,
    duplicate_charge_explanation: duplicate && duplicateExplanation(facts, duplicate),
    uncategorized_text: purchaseNotes(facts),
  }
  return Object.fromEntries(
    Object.entries(texts).flatMap(([field, text]) =>
      text === null || text.trim() === '' ? [] : [[field, within(text, evidenceFieldLimit)]],
    ),
  )
}

function productDescription({ order, buyer, appUrl }: EvidenceFacts): string {
  const money = (amountMinor: bigint) => formatMoney({ amountMinor, currency: order.currency })
  const lines = order.lines.map((line) => {
    const off = line.discountMinor > 0n ? `, ${money(line.discountMinor)} off the list price` : ''
    return `- ${whatOf(line)} "${line.title}" by ${line.provider}: ${money(line.amountMinor)}${off}`
  })
  return [
    `Order ${order.number} of ${moment(order.createdAt)}: ${plural(lines.length, 'digital item')}, ${money(order.totalMinor)} in total.`,
    ...lines,
    `The items are taken online at ${appUrl} with ${order.lines.every(({ purpose }) => purpose === 'access') ? "the buyer's own account" : 'the account of whoever they were bought for'}. Access opens with ${opening(order.lines, buyer)}; nothing is shipped.`,
  ].join('\n')
}
/** By what access begins. */
function opening(
  lines: EvidenceFacts['order']['lines'],
  { isGuest }: EvidenceFacts['buyer'],
): string {
  if (isGuest) return 'the claim of the order by the link that was mailed after the payment'
  return lines.every(({ purpose }) => purpose === 'access')
    ? 'the payment'
    : 'the payment, of seats and gifts with their claim by a link'
}

/** What the line sold, and for whom when not for the buyer. */
function whatOf({ purpose, kind, quantity }: EvidenceFacts['order']['lines'][number]): string {
  switch (purpose) {
    case 'access':
      return kinds[kind]
    case 'seats':
      return `${plural(quantity, 'seat')} in the ${kinds[kind].toLowerCase()}`
    case 'gift':
      return `Gift of the ${kinds[kind].toLowerCase()}`
    case 'exam_attempt':
      return 'Voucher for the exam of the certification'
  }
}

const kinds = {
  course: 'Course',
  program: 'Program of courses',
  certification: 'Certification',
  membership: 'Membership',
}

/** From when the service could be used. */
function serviceDate({ order, access }: EvidenceFacts): string | null {
  const opened = access.map(({ openedAt }) => openedAt.getTime())
  const first = opened.length > 0 ? new Date(Math.min(...opened)) : order.paidAt
  return first?.toISOString().slice(0, 10) ?? null
}

/** The buyer's other paid order that the disputed one may have been taken for. */
const otherCharge = ({ otherOrders }: EvidenceFacts) =>
  otherOrders.find((other) => other.chargeId !== null) ?? null

function duplicateExplanation(
  { order }: EvidenceFacts,
  other: EvidenceFacts['otherOrders'][number],
): string {
  return [
    `The two payments are for two different orders of the same buyer.`,
    `Order ${order.number} of ${moment(order.createdAt)} (disputed): ${order.lines.map((line) => line.title).join(', ')}.`,
    `Order ${other.number}, paid on ${moment(other.paidAt)}: ${other.titles.join(', ')}.`,
    `What somebody owns already cannot be bought again: the checkout refuses it.`,
  ].join('\n')
}
