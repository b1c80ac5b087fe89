import { expect, test } from 'vitest'
import { type TimelineFacts, timeline } from './timeline'

const at = (text: string) => new Date(`2026-11-23T11:${text}Z`)

const facts: TimelineFacts = {
  status: 'paid',
  totalMinor: 8900n,
  createdAt: at('39:10.720'),
  checkoutOpenedAt: at('39:10.900'),
  paidAt: at('39:10'),
  expiresAt: at('59:10'),
  updatedAt: at('39:12'),
  charges: [],
  refunds: [],
  disputes: [],
  cancelledAt: null,
}

test('a payment of the second in which the order was placed comes after it', () => {
  expect(timeline(facts).map(({ kind }) => kind)).toEqual(['created', 'checkout_opened', 'paid'])
})

test('what happened is told oldest first', () => {
  const declined = {
    status: 'failed',
    amountMinor: 8900n,
    createdAt: at('40:00'),
    updatedAt: at('40:00'),
  }
  expect(
    timeline({ ...facts, paidAt: at('41:00'), charges: [declined] }).map(({ kind }) => kind),
  ).toEqual(['created', 'checkout_opened', 'payment_declined', 'paid'])
})
