import { expect, test } from 'vitest'
import { formatsFor, siteReader } from './formats'

const at = new Date('2026-11-24T00:07:00Z')

test('a time says of which zone it is to who has none of their own', () => {
  expect(formatsFor(siteReader).dateTime(at)).toBe('Nov 24, 2026, 12:07 AM UTC')
  const member = { locale: 'en', timeZone: 'Europe/Berlin' }
  expect(formatsFor(member).dateTime(at).replace(/\s/g, ' ')).toBe('Nov 24, 2026, 1:07 AM')
})
