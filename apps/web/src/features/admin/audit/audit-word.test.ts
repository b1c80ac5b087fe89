import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import admin from '../../../../messages/en/admin.json'
import { auditWord } from './audit-word'

const words = createTranslator({ locale: 'en', messages: admin, namespace: 'audit' })

test('codes of the audit log are told in words', () => {
  expect(auditWord(words, 'action', 'order.refund')).toBe('Refund asked for')
  expect(auditWord(words, 'action', 'catalog-import.start')).toBe('Import started')
  expect(auditWord(words, 'entity', 'catalog-import')).toBe('Import')
})

test('a code that nobody has put into words stays as it is', () => {
  expect(auditWord(words, 'action', 'moon.landed')).toBe('moon.landed')
})
