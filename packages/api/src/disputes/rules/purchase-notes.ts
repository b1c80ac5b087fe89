import { formatMoney } from '../../shared/money'
import type { EvidenceFacts } from './evidence-facts'
import { moment } from './words'

/** What no field of its own exists for: the account, messages, earlier refunds, other orders, reviews. */
export function purchaseNotes(facts: EvidenceFacts): string {
  const { buyer, card, order } = facts
  return [
    section('The buyer', [
      buyer.isGuest ? `Bought without an account, under ${order.email}.` : null,
      buyer.claimedAt === null
        ? null
        : `Claimed on ${moment(buyer.claimedAt)} with the secret link that was mailed to that address.`,
      buyer.since === null ? null : `Account since ${moment(buyer.since)} under ${buyer.email}.`,
      buyer.emailConfirmedAt === null
        ? null
        : `The address was confirmed on ${moment(buyer.emailConfirmedAt)}${buyer.isGuest ? '' : '; no account can check out with an unconfirmed one'}.`,
      card?.brand && card.last4
        ? `Paid with ${card.brand} ending in ${card.last4}${order.paidAt ? ` on ${moment(order.paidAt)}` : ''}.`
        : null,
    ]),
    section(
      'Messages to the buyer',
      facts.mails.map(
        (mail) =>
          `${moment(mail.requestedAt)}  ${mail.what} to ${mail.recipient}: ${mail.sentAt ? `sent ${moment(mail.sentAt)}` : 'not sent'}.`,
      ),
    ),
    section(
      'Earlier refunds of this order',
      facts.refunds.map(
        (refund) => `${moment(refund.createdAt)}  ${formatMoney(refund)} (${refund.status}).`,
      ),
    ),
    section(
      'Other orders of the buyer',
      facts.otherOrders.map(
        (other) =>
          `${moment(other.paidAt)}  Order ${other.number}, ${formatMoney({ amountMinor: other.totalMinor, currency: other.currency })}: ${other.titles.join(', ')} (${other.isDisputed ? 'disputed' : 'not disputed'}).`,
      ),
    ),
    section(
      'Reviews that the buyer wrote',
      facts.reviews.map(
        (review) =>
          `${moment(review.writtenAt)}  ${review.rating} of 5 for "${review.offering}": ${review.title}`,
      ),
    ),
  ]
    .filter((text) => text !== null)
    .join('\n\n')
}

function section(title: string, lines: readonly (string | null)[]): string | null {
  const known = lines.filter((line) => line !== null)
  return known.length === 0 ? null : [`${title}:`, ...known].join('\n')
}
