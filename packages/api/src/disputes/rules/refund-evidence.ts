import { refundDeadline } from '../../payments/rules/refund-promise'
import type { EvidenceFacts } from './evidence-facts'
import { moment } from './words'

type Line = EvidenceFacts['order']['lines'][number]

const priced = ({ order }: EvidenceFacts): Line[] =>
  order.lines.filter((line) => line.amountMinor > 0n)

/** The terms of each line as the buyer saw them before paying, and where. */
export function refundDisclosure(facts: EvidenceFacts): string | null {
  const lines = priced(facts)
  if (lines.length === 0) return null
  return [
    'The refund terms stood beside each item on the checkout page before the payment, were sent with the receipt, and stay on the page of the order in the account of the buyer:',
    ...lines.map(
      (line) =>
        `- "${line.title}": ${whatIsOwed(line)} within ${line.terms.days} days of the payment${condition(line)}.`,
    ),
    ...withdrawal(facts),
    'Within these terms a refund is taken in the account, without asking anybody.',
  ].join('\n')
}

/** What was said of the right of withdrawal to who has it, and whether it was given up. */
function withdrawal({ order }: EvidenceFacts): string[] {
  const days = order.lines.flatMap(({ terms }) =>
    terms.version === 3 && terms.withdrawalDays !== null ? [terms.withdrawalDays] : [],
  )
  if (days.length === 0) return []
  const first = `As a consumer in the European Economic Area the buyer could withdraw within ${Math.max(...days)} days for any reason, unless access was asked for at once.`
  if (order.waivedAt === null) return [`${first} It was not: access opens after that time.`]
  const text = order.waiverVersion === null ? '' : ` (version ${order.waiverVersion} of the text)`
  return [
    `${first} On ${moment(order.waivedAt)} the buyer expressly asked for access at once and acknowledged that the right is lost by it${text}; this was confirmed by mail.`,
  ]
}

const whatIsOwed = ({ purpose }: Line): string =>
  purpose === 'seats'
    ? 'the price of every seat that nobody has ever taken is paid back'
    : 'the whole price is paid back'

function condition({ purpose, terms }: Line): string {
  switch (purpose) {
    case 'access':
      return `, as long as less than ${terms.belowPercent} % of it was done`
    case 'seats':
      return ''
    case 'gift':
      return ', as long as nobody has claimed the gift'
    case 'exam_attempt':
      return ', as long as the exam has not been sat'
  }
}

/** What the terms gave for each line when the dispute was opened, and why not more. */
export function refundRefusal(facts: EvidenceFacts): string | null {
  const { paidAt } = facts.order
  const lines = priced(facts)
  if (lines.length === 0 || paidAt === null) return null
  return lines
    .map(
      (line) => `"${line.title}": ${whatWasOwed(facts, line, refundDeadline(line.terms, paidAt))}`,
    )
    .join('\n')
}

/** As the refund promise counts it. */
const progressOf = (line: Line) => line.refund.sentence[0]?.params.progress ?? 0

function whatWasOwed({ dispute }: EvidenceFacts, line: Line, until: Date): string {
  const opened = moment(dispute.createdAt)
  switch (line.refund.reason) {
    case 'too-late':
      return `a refund could be taken until ${moment(until)}. None was taken by then; the dispute was opened on ${opened}.`
    case 'too-far':
      return `a refund is owed while less than ${line.terms.belowPercent} % is done. ${progressOf(line)} % of it has been done since the purchase.`
    case 'within-promise':
    case 'membership-within':
    case 'seats-within':
    case 'gift-within':
    case 'exam-within':
      return `a refund could be taken in the account until ${moment(until)}. None was taken before the dispute was opened on ${opened}.`
    case 'withdrawal':
      return `the right of withdrawal lasted until ${moment(line.refund.until ?? until)}. It was not used before the dispute was opened on ${opened}.`
    case 'exam-sat':
      return 'the exam had been sat.'
    case 'credential-issued':
      return 'the credential had been issued.'
    case 'credited':
      return 'its price had been counted towards the program that the buyer took afterwards.'
    case 'seats-used':
      return 'every seat had been taken by somebody.'
    case 'gift-claimed':
      return 'the gift had been claimed.'
    case 'exam-used':
      return 'the exam had been sat.'
    case 'already-refunded':
      return 'the whole price was given back before.'
    case 'free':
    case 'before-purchase':
    case 'seats-before':
    case 'gift-before':
    case 'exam-before':
      return 'nothing had been paid for it.'
  }
}
