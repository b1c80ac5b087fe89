import { createTranslator } from 'next-intl'
import { expect, it } from 'vitest'
import admin from '../../../messages/en/admin-operations.json'
import learning from '../../../messages/en/learning.json'
import orders from '../../../messages/en/orders.json'

const words = (messages: object) =>
  createTranslator({ locale: 'en', messages: messages as Record<string, string> })

it('says in words where access by a seat or a gift comes from, with and without a name', () => {
  const staff = words(admin.access.cause)
  const learner = words(learning.access.cause)
  const given = { date: '1 June 2026', from: 'Olga Owner' }
  expect(staff('seat', given)).toBe('A seat in a team’s pack of Olga Owner, claimed on 1 June 2026')
  expect(learner('gift', given)).toBe(
    'You were given it as a gift by Olga Owner and claimed it on 1 June 2026.',
  )
  expect(learner('seat', { ...given, from: 'nobody' })).toBe(
    'You have a seat in a team’s pack since 1 June 2026.',
  )
})

it('promises the price of unused seats in one sentence, whatever their number', () => {
  const promise = words(orders.refund)
  const sentence = (unused: number) => promise('seats-within', { unused, until: '15 June 2026' })
  expect(sentence(1)).toBe(
    'The price of the one seat that nobody has taken goes back until 15 June 2026.',
  )
  expect(sentence(3)).toBe(
    'The price of the 3 seats that nobody has taken goes back until 15 June 2026.',
  )
})
