import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderStatuses } from '../../payments/states'
import { orderTransitions } from '../states'
import { planRefund } from './plan-refund'
import { quote } from './quote'
import type { Sellable } from './sellable'

const now = new Date('2026-06-01T12:00:00Z')

const accessTo = (offerings: readonly Sellable[]) =>
  offerings.map(({ id }) => ({ purpose: 'access' as const, offeringId: id }))

const sellable = (index: number, amountMinor: bigint, rest: Partial<Sellable> = {}): Sellable => ({
  id: `offering-${index}`,
  slug: `slug-${index}`,
  kind: 'course',
  origin: 'own',
  status: 'published',
  title: `Course ${index}`,
  providerId: 'provider',
  shareBps: 7000,
  shareRules: [],
  prices: [{ id: `price-${index}`, currency: 'USD', amountMinor }],
  topicIds: [],
  courseIds: [],
  access: 'none',
  progressPercent: 0,
  ...rest,
})

const today = '2026-06-01'

describe('quote', () => {
  test('the total is the sum of the lines, and each thing is a line or a problem', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.boolean()), { maxLength: 8 }),
        (given) => {
          const items = given.map(([amount, isOwned], index) =>
            sellable(index, amount, { access: isOwned ? 'live' : 'none' }),
          )
          const quoted = quote(
            accessTo(items),
            { offerings: items, bundles: [], today, isGuest: false },
            'USD',
            now,
          )
          const sum = quoted.lines.reduce((total, line) => total + line.amountMinor, 0n)
          expect(quoted.totalMinor).toBe(sum)
          const unsold = quoted.problems.filter(({ reason }) => reason !== 'below-minimum-charge')
          expect(quoted.lines.length + unsold.length).toBe(items.length)
        },
      ),
    )
  })

  test('a total that no card can be charged is a problem; nothing and the minimum are none', () => {
    const problems = (...amounts: bigint[]) => {
      const items = amounts.map((amount, index) => sellable(index, amount))
      return quote(
        accessTo(items),
        { offerings: items, bundles: [], today, isGuest: false },
        'USD',
        now,
      ).problems
    }
    const tooLittle = [{ item: 0, title: null, reason: 'below-minimum-charge' }]
    expect(problems(0n)).toEqual([])
    expect(problems(49n)).toEqual(tooLittle)
    expect(problems(20n, 20n)).toEqual(tooLittle)
    expect(problems(25n, 25n)).toEqual([])
  })

  test('only currencies that everything has are offered', () => {
    const both = sellable(1, 100n, {
      prices: [
        { id: 'a', currency: 'USD', amountMinor: 100n },
        { id: 'b', currency: 'EUR', amountMinor: 90n },
      ],
    })
    const currenciesOf = (...offerings: Sellable[]) =>
      quote(accessTo(offerings), { offerings, bundles: [], today, isGuest: false }, 'USD', now)
        .currencies
    expect(currenciesOf(both)).toEqual(['EUR', 'USD'])
    const one = sellable(2, 100n)
    expect(currenciesOf(both, one)).toEqual(['USD'])
  })
})

describe('planRefund', () => {
  const order = {
    refundableMinor: 150n,
    lines: [
      { id: 'a', refundableMinor: 100n },
      { id: 'b', refundableMinor: 50n },
      { id: 'c', refundableMinor: 0n },
    ],
  }

  test('without a wish it is all that is left', () => {
    expect(planRefund(order, null)).toEqual({
      ok: true,
      amountMinor: 150n,
      lines: [
        { orderLineId: 'a', amountMinor: 100n },
        { orderLineId: 'b', amountMinor: 50n },
      ],
    })
  })

  test('never more than is left, of a line or of the order', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 200n }),
        fc.bigInt({ min: 1n, max: 200n }),
        fc.bigInt({ min: 0n, max: 150n }),
        (a, b, refundableMinor) => {
          const plan = planRefund({ ...order, refundableMinor }, [
            { orderLineId: 'a', amountMinor: a },
            { orderLineId: 'b', amountMinor: b },
          ])
          expect(plan.ok).toBe(a <= 100n && b <= 50n && a + b <= refundableMinor)
        },
      ),
    )
  })

  test('money that fits no line is given back as a whole', () => {
    const mismatch = { refundableMinor: 70n, lines: [{ id: 'a', refundableMinor: 100n }] }
    expect(planRefund(mismatch, null)).toEqual({ ok: true, amountMinor: 70n, lines: [] })
  })
})

test('every status can be reached, and what is final is meant to be', () => {
  const reached = new Set<string>(['awaiting_payment'])
  for (const targets of Object.values(orderTransitions)) {
    for (const target of targets) reached.add(target)
  }
  expect([...reached].sort()).toEqual([...orderStatuses].sort())
  const final = orderStatuses.filter((status) => orderTransitions[status].length === 0)
  expect(final).toEqual(['cancelled', 'duplicate'])
})
