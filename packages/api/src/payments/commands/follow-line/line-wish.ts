import type { LineStanding } from '../../rules/line-standing'
import type { LoadedOrder } from '../load-order'

/** How what a line bought should stand now. */
export type LineWish = LineStanding & {
  /** given back on the line, and on its way back, minor units */
  refundedMinor: bigint
  /** before which it does not open; null: at once */
  opensAt: Date | null
}

export type PaidLine = LoadedOrder['lines'][number]
