import type { SeatState } from '../states'

export type CountedSeat = { slot: number; state: SeatState; claimedAt: Date | null }

export type SeatCounts = {
  /** seats that are paid for */
  capacity: number
  /** held by somebody or waiting for who was invited */
  used: number
  invited: number
  claimed: number
  /** can be assigned now */
  free: number
  /** nobody ever learnt with them and nobody is invited to them: their price can be given back */
  unused: number
}

/** Seats that somebody holds, is invited to, or has held: nobody is paid back for those. */
const takenSlots = (seats: readonly CountedSeat[]): Set<number> =>
  new Set(
    seats
      .filter((seat) => seat.state !== 'released' || seat.claimedAt !== null)
      .map((seat) => seat.slot),
  )

/** How the seats of a pack stand. `seats` are all of its assignments, those taken back included. Pure. */
export function countSeats(
  pool: { quantity: number; refundedSeats: number },
  seats: readonly CountedSeat[],
): SeatCounts {
  const count = (state: SeatState) => seats.filter((seat) => seat.state === state).length
  const capacity = pool.quantity - pool.refundedSeats
  const [invited, claimed] = [count('invited'), count('claimed')]
  return {
    capacity,
    invited,
    claimed,
    used: invited + claimed,
    free: Math.max(0, capacity - invited - claimed),
    unused: Math.max(0, capacity - takenSlots(seats).size),
  }
}

/**
 * The seats that the next people get: first those that were claimed before and taken back, so that as
 * many as possible stay unused. Fewer than asked for when there are no more. Pure.
 */
export function pickSlots(
  pool: { quantity: number; refundedSeats: number },
  seats: readonly CountedSeat[],
  wanted: number,
): number[] {
  const live = new Set(seats.filter((seat) => seat.state !== 'released').map((seat) => seat.slot))
  const taken = takenSlots(seats)
  const open = Array.from({ length: pool.quantity }, (_, index) => index + 1).filter(
    (slot) => !live.has(slot),
  )
  const usedFirst = [
    ...open.filter((slot) => taken.has(slot)),
    ...open.filter((slot) => !taken.has(slot)),
  ]
  return usedFirst.slice(0, Math.min(wanted, countSeats(pool, seats).free))
}
