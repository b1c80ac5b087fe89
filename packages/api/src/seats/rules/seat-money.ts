export type SeatLine = {
  /** what was paid for all seats together, minor units */
  amountMinor: bigint
  quantity: number
}

/** What the first `seats` of a line cost together: exact, and all of them come to the line's amount. Pure. */
export const priceOfFirst = ({ amountMinor, quantity }: SeatLine, seats: number): bigint =>
  (amountMinor * BigInt(seats)) / BigInt(quantity)

/** What the next `seats` cost when `refundedSeats` were given back before. Pure. */
export const priceOfNext = (line: SeatLine, refundedSeats: number, seats: number): bigint =>
  priceOfFirst(line, refundedSeats + seats) - priceOfFirst(line, refundedSeats)

/**
 * How many seats an amount that was given back pays for: as many as it covers in full. The inverse of
 * `priceOfFirst`, so that the seats of a pack follow from its refunds alone. Pure.
 */
export function seatsRefunded({ amountMinor, quantity }: SeatLine, refundedMinor: bigint): number {
  if (amountMinor === 0n || refundedMinor <= 0n) return 0
  const covered = ((refundedMinor + 1n) * BigInt(quantity) - 1n) / amountMinor
  return covered > BigInt(quantity) ? quantity : Number(covered)
}
