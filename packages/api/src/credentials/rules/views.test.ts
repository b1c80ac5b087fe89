import { expect, test } from 'vitest'
import { dayOfView, referrerHostOf } from './views'

test('a view belongs to the day of UTC', () => {
  expect(dayOfView(new Date('2026-03-01T00:00:00Z'))).toEqual(new Date('2026-03-01'))
  expect(dayOfView(new Date('2026-03-01T23:59:59.999Z'))).toEqual(new Date('2026-03-01'))
  expect(dayOfView(new Date('2026-03-01T12:00:00Z'), 1)).toEqual(new Date('2026-02-28'))
})

test.each([
  [null, ''],
  ['', ''],
  ['not an address', ''],
  ['https://archway.example/verify', ''],
  ['android-app://com.linkedin.android/', ''],
  ['https://www.LinkedIn.com/in/somebody?session=secret', 'www.linkedin.com'],
  ['https://user:secret@jobs.example:8443/applicants/17', 'jobs.example'],
])('of the page %s the host alone is kept, and not our own: %s', (referrer, host) => {
  expect(referrerHostOf(referrer, 'https://archway.example')).toBe(host)
})
