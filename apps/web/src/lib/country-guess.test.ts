import { expect, test } from 'vitest'
import { countryGuess } from './country-guess'

test.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'AT'],
  ['en,fr-CH;q=0.5', 'CH'],
  ['zh-Hant-TW', 'TW'],
  ['en', null],
  ['*', null],
  ['es-419', null],
  [null, null],
])('%s → %s', (header, country) => {
  expect(countryGuess(header)).toBe(country)
})
