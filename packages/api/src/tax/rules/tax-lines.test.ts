import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chargeStep } from '../../shared/charge-step'
import { type TaxContext, taxLines } from './tax-lines'
import { type Rate, type Registration, type TaxBuyer, taxTreatment } from './tax-treatment'

const now = new Date('2026-11-23T12:00:00Z')
const since = new Date('2020-01-01')

const rate = (country: string, rateBps: number, rest: Partial<Rate> = {}): Rate => ({
  country,
  region: null,
  name: 'VAT',
  rateBps,
  validFrom: since,
  validTo: null,
  ...rest,
})
const registration = (scheme: Registration['scheme'], country: string): Registration => ({
  scheme,
  country,
  validFrom: since,
  validTo: null,
})
const rates = [rate('IE', 2300), rate('DE', 1900), rate('FI', 2550), rate('GB', 2000)]
const local = registration('local', 'IE')
const oss = registration('oss', 'IE')

const consumerIn = (country: string | null): TaxBuyer => ({
  country,
  region: null,
  taxNumberStatus: 'none',
})

const treated = (
  registrations: readonly Registration[],
  buyer: Partial<TaxBuyer>,
  given: readonly Rate[] = rates,
) => {
  const { reason, rate: found } = taxTreatment(
    { country: 'IE', registrations },
    { ...consumerIn('IE'), ...buyer },
    given,
    now,
  )
  return [reason, found?.country ?? null, found?.rateBps ?? null]
}

describe('taxTreatment', () => {
  test('taxes consumers where they live', () => {
    expect(treated([local, oss], {})).toEqual(['standard', 'IE', 2300])
    expect(treated([local, oss], { country: 'DE' })).toEqual(['standard', 'DE', 1900])
    expect(treated([local, registration('local', 'GB')], { country: 'GB' })).toEqual([
      'standard',
      'GB',
      2000,
    ])
  })

  test('taxes the Isle of Man as the United Kingdom, and Monaco as France', () => {
    const all = [local, oss, registration('local', 'GB')]
    const given = [...rates, rate('FR', 2000)]
    expect(treated(all, { country: 'IM' }, given)).toEqual(['standard', 'GB', 2000])
    expect(treated(all, { country: 'MC' }, given)).toEqual(['standard', 'FR', 2000])
    expect(treated(all, { country: 'AX' }, given)).toEqual(['export', null, null])
  })

  test('charges the own rate below the threshold of the Union', () => {
    expect(treated([local], { country: 'DE' })).toEqual(['origin', 'IE', 2300])
  })

  test.each(['valid', 'unverified'] as const)(
    'leaves the tax to a business abroad: %s',
    (status) => {
      const buyer = { country: 'DE', taxNumberStatus: status }
      expect(treated([local, oss], buyer)).toEqual(['reverse_charge', null, null])
      expect(treated([local], buyer)).toEqual(['reverse_charge', null, null])
    },
  )

  test.each(['invalid', 'unavailable', 'none'] as const)(
    'taxes who is no business: %s',
    (status) => {
      const buyer = { country: 'DE', taxNumberStatus: status }
      expect(treated([local, oss], buyer)).toEqual(['standard', 'DE', 1900])
    },
  )

  test('taxes a business of the own country', () => {
    expect(treated([local, oss], { taxNumberStatus: 'valid' })).toEqual(['standard', 'IE', 2300])
  })

  test('charges nothing where nobody is registered, and says why', () => {
    expect(treated([], { country: 'DE' })).toEqual(['not_registered', null, null])
    expect(treated([oss], { country: 'GB' })).toEqual(['not_registered', null, null])
    expect(treated([local, oss], { country: 'US' })).toEqual(['export', null, null])
    expect(treated([local, oss], { country: 'FR' })).toEqual(['no_rate', null, null])
    expect(treated([local, oss], { country: null })).toEqual(['country_unknown', null, null])
  })

  test('takes the rate of the day, and that of a region before that of its country', () => {
    const changing = [
      rate('DE', 1600, { validTo: now }),
      rate('DE', 1900, { validFrom: now }),
      rate('DE', 700, { region: 'BY' }),
    ]
    expect(treated([oss], { country: 'DE' }, changing)).toEqual(['standard', 'DE', 1900])
    expect(treated([oss], { country: 'DE', region: 'BY' }, changing)).toEqual([
      'standard',
      'DE',
      700,
    ])
    expect(treated([oss], { country: 'DE', region: 'BE' }, changing)).toEqual([
      'standard',
      'DE',
      1900,
    ])
  })

  test('forgets a registration that has ended', () => {
    expect(treated([{ ...oss, validTo: now }], { country: 'DE' })).toEqual([
      'not_registered',
      null,
      null,
    ])
  })
})

const context = (rateBps: number, isInclusive: boolean): TaxContext => ({
  seller: { country: 'IE', registrations: [oss] },
  buyer: consumerIn('DE'),
  isInclusive,
  rates: [rate('DE', rateBps)],
  now,
})

const cart = fc
  .record({
    currency: fc.constantFrom('JPY', 'KWD', 'ISK', 'EUR'),
    steps: fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 12 }),
    rateBps: fc.constantFrom(0, 810, 1900, 2550, 2700, 10_000),
  })
  .map(({ currency, steps, rateBps }) => ({
    currency,
    rateBps,
    lines: steps.map((amount) => ({ amountMinor: amount * chargeStep(currency) })),
  }))
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
const size = (amount: bigint) => (amount < 0n ? -amount : amount)

describe('taxLines', () => {
  test('a price that contains its tax stays, and net and tax come to it', () => {
    fc.assert(
      fc.property(cart, ({ currency, rateBps, lines }) => {
        const taxed = taxLines(lines, currency, context(rateBps, true))
        taxed.forEach((line, index) => {
          expect(line.grossMinor).toBe(lines[index]?.amountMinor)
          expect(line.netMinor + line.taxMinor).toBe(line.grossMinor)
          expect(line.taxMinor >= 0n && line.netMinor >= 0n).toBe(true)
        })
      }),
    )
  })

  test('tax is added to a price without it, in sums that can be charged', () => {
    fc.assert(
      fc.property(cart, ({ currency, rateBps, lines }) => {
        for (const [index, line] of taxLines(lines, currency, context(rateBps, false)).entries()) {
          expect(line.netMinor).toBe(lines[index]?.amountMinor)
          expect(line.netMinor + line.taxMinor).toBe(line.grossMinor)
          expect(line.taxMinor >= 0n).toBe(true)
          expect(line.grossMinor % chargeStep(currency)).toBe(0n)
        }
      }),
    )
  })

  test('the tax of the lines is the rate of their sum, to half a step', () => {
    fc.assert(
      fc.property(cart, fc.boolean(), ({ currency, rateBps, lines }, isInclusive) => {
        const taxed = taxLines(lines, currency, context(rateBps, isInclusive))
        const net = sum(taxed.map((line) => line.netMinor))
        const gross = sum(taxed.map((line) => line.grossMinor))
        const tax = sum(taxed.map((line) => line.taxMinor))
        const [base, divisor] = isInclusive ? [gross, BigInt(10_000 + rateBps)] : [net, 10_000n]
        expect(
          2n * size(base * BigInt(rateBps) - tax * divisor) <= divisor * chargeStep(currency),
        ).toBe(true)
      }),
    )
  })

  test('no rate, no tax', () => {
    fc.assert(
      fc.property(cart, fc.boolean(), ({ currency, lines }, isInclusive) => {
        const taxed = taxLines(lines, currency, { ...context(1900, isInclusive), rates: [] })
        expect(taxed.map((line) => line.taxMinor)).toEqual(lines.map(() => 0n))
        expect(taxed.map((line) => line.grossMinor)).toEqual(lines.map((line) => line.amountMinor))
        expect(taxed.every((line) => line.taxRateBps === null)).toBe(true)
      }),
    )
  })

  test('rounds over the document, not by line', () => {
    const cents = Array.from({ length: 10 }, () => ({ amountMinor: 1n }))
    const taxed = taxLines(cents, 'EUR', context(1900, false))
    expect(taxed.map((line) => Number(line.taxMinor))).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0])
  })
})
