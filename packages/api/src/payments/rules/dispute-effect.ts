/** What a dispute does to access: nothing, hold it while it is argued about, or take it. */
export type DisputeEffect = 'none' | 'held' | 'lost' | 'unknown'

/**
 * Effect of a dispute's status (docs.stripe.com/api/disputes/object#dispute_object-status). An
 * inquiry (`warning_…`) has moved no money and changes nothing; `prevented` was settled by a refund,
 * which speaks for itself; an appeal holds until it is decided. A status that is not known here
 * holds too and calls for a person.
 */
export function disputeEffect(status: string): DisputeEffect {
  switch (status) {
    case 'warning_needs_response':
    case 'warning_under_review':
    case 'warning_closed':
    case 'prevented':
    case 'won':
      return 'none'
    case 'needs_response':
    case 'under_review':
    case 'appeal_needs_response':
    case 'appeal_under_review':
      return 'held'
    case 'lost':
      return 'lost'
    default:
      return 'unknown'
  }
}

/** A dispute waits for us in these; afterwards the bank decides. */
export const waitingDisputeStatuses: readonly string[] = [
  'needs_response',
  'warning_needs_response',
  'appeal_needs_response',
]

export const isWaitingForUs = (status: string): boolean => waitingDisputeStatuses.includes(status)

/** The entry of the audit log at an order whose card's bank suspects fraud. */
export const fraudWarningAction = 'payment.early-fraud-warning'

/** What banks say, after Stripe's list of reasons (docs.stripe.com/disputes/categories). */
export const disputeReasonWords: Readonly<Record<string, string>> = {
  bank_cannot_process: 'the bank could not process the payment',
  check_returned: 'the cheque was returned',
  credit_not_processed: 'the buyer says that a refund was due and did not come',
  customer_initiated: 'the buyer asked the bank for the money back',
  debit_not_authorized: 'the buyer says that the debit was not authorised',
  duplicate: 'the buyer says that they were charged twice',
  fraudulent: "the card's owner says that they did not make the payment",
  general: 'the bank gives no particular reason',
  incorrect_account_details: 'the account details were wrong',
  insufficient_funds: 'the account did not hold enough',
  noncompliant: 'the bank says that a rule of the card network was broken',
  product_not_received: 'the buyer says that they did not get what they paid for',
  product_unacceptable: 'the buyer says that it is not what was described',
  subscription_canceled: 'the buyer says that the subscription was cancelled before',
  unrecognized: 'the buyer does not recognise the payment',
}

/** Whether a refund would be refused because the bank is deciding about the payment. */
export const isOpenDispute = (status: string): boolean => {
  const effect = disputeEffect(status)
  return effect === 'held' || effect === 'unknown'
}
