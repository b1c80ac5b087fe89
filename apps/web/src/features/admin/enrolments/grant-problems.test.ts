import { expect, test } from 'vitest'
import { grantProblems } from './grant-problems'

const now = new Date('2026-03-01T10:00:00Z')
const good = { email: ' a@example.org ', offeringId: 'x', endsOn: '', reason: 'because' }

test('a complete form has no problems; today is still a day to end on', () => {
  expect(grantProblems(good, now)).toEqual({})
  expect(grantProblems({ ...good, endsOn: '2026-03-01' }, now)).toEqual({})
})

test('each field says what is wrong with it', () => {
  expect(
    grantProblems({ email: 'a', offeringId: '', endsOn: '2026-02-28', reason: ' x ' }, now),
  ).toEqual({
    email: 'email-invalid',
    offeringId: 'offering-missing',
    endsOn: 'date-past',
    reason: 'reason-missing',
  })
})
