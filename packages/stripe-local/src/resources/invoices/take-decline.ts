import type { Failure } from '../../payments/failure'
import type { Scope } from '../../scope'

/** A decline that a test asked for, used up by one; null when there is none for the customer. */
export function takeDecline(scope: Scope, customer: string): Failure | null {
  const { declines } = scope.tables
  const wanted = declines.get(customer)
  if (!wanted) return null
  if (wanted.remaining <= 1) declines.remove(customer)
  else declines.put({ ...wanted, remaining: wanted.remaining - 1 })
  return {
    code: 'card_declined',
    declineCode: wanted.declineCode,
    message: 'Your card was declined.',
  }
}
