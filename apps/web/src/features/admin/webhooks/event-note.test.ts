import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import operations from '../../../../messages/en/admin-operations.json'
import { eventNote } from './event-note'

const words = createTranslator({ locale: 'en', messages: operations, namespace: 'webhooks' })

test('why nothing came of an event is told in words, an error as it is', () => {
  expect(eventNote(words, 'type-not-handled')).toBe('A kind of event that we do not use')
  expect(eventNote(words, 'No such charge: ch_1')).toBe('No such charge: ch_1')
})
