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

/** Whether a refund would be refused because the bank is deciding about the payment. */
export const isOpenDispute = (status: string): boolean => {
  const effect = disputeEffect(status)
  return effect === 'held' || effect === 'unknown'
}
