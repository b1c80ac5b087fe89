import { lesser } from '../../payments/rules/facts'

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
 * What goes back for some of the unused seats of a line, or null when nobody took fewer than that, or their
 * price is nothing: what they cost, and no more than is left of the line where something of it was given back
 * for another reason. In whatever steps all seats are given back, it comes to the line's amount. Pure.
 */
export function priceOfUnused(
  line: SeatLine & { leftMinor: bigint },
  { refundedSeats, unused }: { refundedSeats: number; unused: number },
  seats: number,
): bigint | null {
  if (seats < 1 || seats > unused) return null
  const priceMinor = priceOfNext(line, refundedSeats, seats)
  const owedMinor = lesser(priceMinor, line.leftMinor)
  return owedMinor > 0n ? owedMinor : null
}

/**
 * How many seats an amount that was given back pays for: as many as it covers in full. The inverse of
 * `priceOfFirst`, so that the seats of a pack follow from its refunds alone. Pure.
 */
export function seatsRefunded({ amountMinor, quantity }: SeatLine, refundedMinor: bigint): number {
  if (amountMinor === 0n || refundedMinor <= 0n) return 0
  const covered = ((refundedMinor + 1n) * BigInt(quantity) - 1n) / amountMinor
  return covered > BigInt(quantity) ? quantity : Number(covered)
}
