import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lesser } from '../../payments/rules/facts'
import type { SeatState } from '../states'
import { checkAddresses, splitAddresses } from './addresses'
import { countSeats, pickSlots } from './seat-counts'
import { priceOfFirst, priceOfNext, priceOfUnused, seatsRefunded } from './seat-money'

const line = fc.record({
  amountMinor: fc.bigInt({ min: 1n, max: 10n ** 12n }),
  quantity: fc.integer({ min: 1, max: 500 }),
})

describe('the price of seats', () => {
  it('sums to the line exactly, in whatever steps seats are given back', () => {
    fc.assert(
      fc.property(line, fc.array(fc.integer({ min: 1, max: 60 })), (given, steps) => {
        let seats = 0
        let paidBack = 0n
        for (const step of [...steps, given.quantity]) {
          const next = Math.min(step, given.quantity - seats)
          paidBack += priceOfNext(given, seats, next)
          seats += next
        }
        expect(seats).toBe(given.quantity)
        expect(paidBack).toBe(given.amountMinor)
      }),
    )
  })

  it('re-adds to the line when unused seats go back in any steps, goodwill between them included', () => {
    const steps = fc.array(fc.record({ seats: fc.nat(60), goodwill: fc.bigInt(0n, 10n ** 6n) }))
    const dear = line.filter(({ amountMinor, quantity }) => amountMinor >= BigInt(quantity))
    fc.assert(
      fc.property(dear, steps, (given, wanted) => {
        let paidBack = 0n
        const left = () => given.amountMinor - paidBack
        const unused = () => given.quantity - seatsRefunded(given, paidBack)
        const give = (seats: number) => {
          const pack = { refundedSeats: given.quantity - unused(), unused: unused() }
          const amount = priceOfUnused({ ...given, leftMinor: left() }, pack, seats)
          if (seats < 1 || seats > pack.unused) expect(amount).toBeNull()
          paidBack += amount ?? 0n
          expect(left()).toBeGreaterThanOrEqual(0n)
          if (amount !== null) expect(unused()).toBeLessThanOrEqual(pack.unused - seats)
        }
        for (const { seats, goodwill } of wanted) {
          give(seats)
          paidBack += lesser(goodwill, left())
        }
        give(unused())
        expect(paidBack).toBe(given.amountMinor)
      }),
    )
  })

  it('tells from what was given back how many seats are gone: never one that is not covered', () => {
    fc.assert(
      fc.property(line, fc.bigInt({ min: 1n, max: 10n ** 12n }), (given, refundedMinor) => {
        const seats = seatsRefunded(given, refundedMinor)
        expect(seats === 0 || priceOfFirst(given, seats) <= refundedMinor).toBe(true)
        expect(seats === given.quantity || priceOfFirst(given, seats + 1) > refundedMinor).toBe(
          true,
        )
      }),
    )
  })

  it('finds the seats again whose price was given back', () => {
    const enough = line.filter(({ amountMinor, quantity }) => amountMinor >= BigInt(quantity))
    fc.assert(
      fc.property(enough, fc.nat(500), (given, wanted) => {
        const seats = Math.min(wanted, given.quantity)
        expect(seatsRefunded(given, priceOfFirst(given, seats))).toBe(seats)
      }),
    )
  })

  it('is nothing for seats that cost nothing', () => {
    expect(seatsRefunded({ amountMinor: 0n, quantity: 5 }, 0n)).toBe(0)
  })
})

const seat = (slot: number, state: SeatState, wasClaimed = state === 'claimed') => ({
  slot,
  state,
  claimedAt: wasClaimed ? new Date(0) : null,
})

describe('the seats of a pack', () => {
  const pool = { quantity: 5, refundedSeats: 1 }

  it('are free when nobody holds them, and unused when nobody ever did', () => {
    const seats = [seat(1, 'claimed'), seat(2, 'invited'), seat(3, 'released', true)]
    expect(countSeats(pool, seats)).toEqual({
      capacity: 4,
      used: 2,
      invited: 1,
      claimed: 1,
      free: 2,
      unused: 1,
    })
  })

  it('are given out where somebody has been before, so that unused ones stay unused', () => {
    const seats = [seat(1, 'claimed'), seat(2, 'released', false), seat(4, 'released', true)]
    expect(pickSlots(pool, seats, 9)).toEqual([4, 2, 3])
  })

  it('can be given out and given back in any order, and never more than there are', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('assign' as const), isClaimed: fc.boolean() }),
      fc.record({ kind: fc.constant('release' as const), at: fc.nat() }),
      fc.record({ kind: fc.constant('refund' as const), count: fc.integer({ min: 1, max: 3 }) }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.array(step), (quantity, steps) => {
        let refundedSeats = 0
        const seats: { slot: number; state: SeatState; claimedAt: Date | null }[] = []
        const live = () => seats.filter((each) => each.state !== 'released')
        for (const action of steps) {
          const counts = countSeats({ quantity, refundedSeats }, seats)
          if (action.kind === 'assign') {
            const [slot] = pickSlots({ quantity, refundedSeats }, seats, 1)
            expect(slot === undefined).toBe(counts.free === 0)
            if (slot) seats.push(seat(slot, action.isClaimed ? 'claimed' : 'invited'))
          } else if (action.kind === 'release') {
            const held = live()[action.at % Math.max(1, live().length)]
            if (held) held.state = 'released'
          } else if (action.count <= counts.unused) refundedSeats += action.count
          expect(live().length).toBeLessThanOrEqual(quantity - refundedSeats)
          expect(new Set(live().map((each) => each.slot)).size).toBe(live().length)
        }
      }),
    )
  })
})

describe('addresses to invite', () => {
  it('are read as people paste them', () => {
    expect(splitAddresses(' a@x.org, b@x.org;\nc@x.org ')).toEqual([
      'a@x.org',
      'b@x.org',
      'c@x.org',
    ])
    expect(splitAddresses('  ')).toEqual([])
  })

  it('each say what is wrong with them', () => {
    expect(checkAddresses(['Ada@Example.org', 'nobody', 'ada@example.org'])).toEqual([
      { email: 'ada@example.org', problem: null },
      { email: 'nobody', problem: 'address-invalid' },
      { email: 'ada@example.org', problem: 'address-twice' },
    ])
  })
})
