import { expect, test } from 'vitest'
import { countryChoices } from './country-choices'

test('every country once, by name, and nothing that is none', () => {
  const countries = countryChoices('en')
  const codes = countries.map((country) => country.value)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.length).toBeGreaterThan(240)
  expect(codes.length).toBeLessThan(260)
  expect(codes).toEqual(expect.arrayContaining(['DE', 'JP', 'US', 'VN', 'GB']))
  expect(codes.filter((code) => ['EU', 'UN', 'ZZ', 'SU', 'DD', 'UK'].includes(code))).toEqual([])
  expect(countries[0]?.label).toBe('Afghanistan')
})

test('in the language that is asked for', () => {
  expect(countryChoices('de').find((country) => country.value === 'DE')?.label).toBe('Deutschland')
})
