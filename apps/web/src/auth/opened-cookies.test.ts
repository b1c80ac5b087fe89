import { expect, it } from 'vitest'
import { createOpenedCookies } from './opened-cookies'

const now = new Date('2026-11-23T12:00:00Z')
const later = new Date('2026-11-23T13:00:00Z')

it('knows what a cookie holds until it is out of date', () => {
  const cookies = createOpenedCookies(10)
  expect(cookies.find('sealed', now)).toBeNull()
  cookies.keep('sealed', { sessionId: 'one', expiresAt: later })
  expect(cookies.find('sealed', now)?.sessionId).toBe('one')
  expect(cookies.find('sealed', later)).toBeNull()
  expect(cookies.find('Sealed', now)).toBeNull()
})

it('forgets the oldest when there are too many', () => {
  const cookies = createOpenedCookies(2)
  for (const sealed of ['a', 'b', 'c'])
    cookies.keep(sealed, { sessionId: sealed, expiresAt: later })
  expect(['a', 'b', 'c'].map((sealed) => cookies.find(sealed, now)?.sessionId)).toEqual([
    undefined,
    'b',
    'c',
  ])
})
