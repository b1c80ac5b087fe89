import type { LoadedOrder } from '../load-order'

/** How what a line bought should stand now. */
export type LineWish = {
  state: 'active' | 'suspended' | 'revoked'
  stateReason: string | null
  /** given back on the line, and on its way back, minor units */
  refundedMinor: bigint
}

export type PaidLine = LoadedOrder['lines'][number]
