import type { DerivedOrder } from './derive-order'

/** How what a line bought should stand: open, on hold, or taken back, and for which reason. */
export type LineStanding = {
  state: 'active' | 'suspended' | 'revoked'
  stateReason: string | null
}

/** What an order as it stands means for one of its lines. Pure. */
export function lineStanding(
  derived: DerivedOrder,
  line: { isDuplicate: boolean; isTaken: boolean },
): LineStanding {
  if (line.isDuplicate) return { state: 'revoked', stateReason: 'order-duplicate' }
  if (derived.access === 'taken') {
    const isLost = derived.status === 'charged_back'
    return { state: 'revoked', stateReason: isLost ? 'dispute-lost' : 'order-refunded' }
  }
  if (derived.access === 'none') return { state: 'revoked', stateReason: 'order-unpaid' }
  if (line.isTaken) return { state: 'revoked', stateReason: 'order-refunded' }
  if (derived.access === 'held') {
    const isDispute = derived.status === 'disputed'
    return { state: 'suspended', stateReason: isDispute ? 'dispute-open' : 'account-closed' }
  }
  return { state: 'active', stateReason: null }
}
