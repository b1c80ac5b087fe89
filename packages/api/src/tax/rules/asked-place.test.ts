import { describe, expect, test } from 'vitest'
import { askedByRates, askedByStripe, missingPlace } from './asked-place'
import { readPostalCode } from './regions'

describe('what is asked of a place', () => {
  test('Stripe wants a state and a postal code in the United States and Canada alone', () => {
    expect(askedByStripe('US')).toMatchObject({ region: 'required', isPostalCodeAsked: true })
    expect(askedByStripe('US').regions).toHaveLength(51)
    expect(askedByStripe('CA').regions).toHaveLength(13)
    expect(askedByStripe('DE')).toEqual({ region: null, regions: [], isPostalCodeAsked: false })
  })

  test('rates ask for the part where one has a rate of its own', () => {
    const rates = [
      { country: 'PT', region: null },
      { country: 'PT', region: '30' },
      { country: 'PT', region: '20' },
      { country: 'CA', region: 'ON' },
      { country: 'DE', region: null },
    ]
    expect(askedByRates('DE', rates).region).toBeNull()
    expect(askedByRates('CA', rates)).toMatchObject({ region: 'required' })
    // Most of Portugal is in neither.
    expect(askedByRates('PT', rates)).toEqual({
      region: 'optional',
      regions: [
        { code: '20', name: 'PT-20' },
        { code: '30', name: 'PT-30' },
      ],
      isPostalCodeAsked: false,
    })
  })

  test.each([
    [{ country: null, region: null }, 'country'],
    [{ country: 'US', region: null }, 'region'],
    [{ country: 'US', region: 'NY' }, 'postal-code'],
    [{ country: 'US', region: 'NY', postalCode: '10001' }, null],
    [{ country: 'DE', region: null }, null],
  ] as const)('%o lacks %s', (place, missing) => {
    expect(missingPlace(place, askedByStripe(place.country))).toBe(missing)
  })
})

test.each([
  ['10001', 'US', 'NY', '10001'],
  [' 10001-4321 ', 'US', 'NY', '10001-4321'],
  ['1000', 'US', 'NY', null],
  ['k1a0b1', 'CA', 'ON', 'K1A 0B1'],
  ['K1A-0B1', 'CA', null, 'K1A 0B1'],
  ['K1A 0B1', 'CA', 'BC', null],
  ['D1A 0B1', 'CA', null, null],
  ['d02 x285', 'IE', null, 'D02 X285'],
  ['<script>', 'IE', null, null],
])('postal code %s of %s %s is %s', (typed, country, region, written) => {
  expect(readPostalCode(typed, country, region)).toBe(written)
})
