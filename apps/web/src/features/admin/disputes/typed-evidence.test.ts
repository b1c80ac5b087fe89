import { evidenceFieldLimit } from '@archway/api/payments/schema'
import { expect, test } from 'vitest'
import { evidenceFile, readEvidence } from './typed-evidence'

test('leaves out what is empty and counts the rest', () => {
  const read = readEvidence({ customer_name: ' Ada ', uncategorized_text: '  ', service_date: '' })
  expect(read).toEqual({
    texts: { customer_name: 'Ada' },
    count: 1,
    total: 3,
    tooLong: [],
    canBeSent: true,
  })
})

test('cannot be sent when it is empty, or when a text is too long or all of them are', () => {
  expect(readEvidence({}).canBeSent).toBe(false)
  const long = readEvidence({ access_activity_log: 'x'.repeat(evidenceFieldLimit + 1) })
  expect(long).toMatchObject({ tooLong: ['access_activity_log'], canBeSent: false })
  const full = 'x'.repeat(evidenceFieldLimit)
  const all = readEvidence({
    product_description: full,
    customer_name: full,
    customer_email_address: full,
    billing_address: full,
    access_activity_log: full,
    refund_policy_disclosure: full,
    refund_refusal_explanation: full,
    uncategorized_text: full,
  })
  expect(all).toMatchObject({ tooLong: [], total: 160_000, canBeSent: false })
})

test('reads as a file with a heading for each field', () => {
  const file = evidenceFile('Dispute of order 4', { customer_name: 'Ada' }, () => 'Name')
  expect(file).toBe('Dispute of order 4\n\nName\n----\nAda')
})
