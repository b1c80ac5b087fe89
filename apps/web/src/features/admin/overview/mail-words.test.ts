import type { MailTemplates } from '@archway/api/notifications/schema'
import { expect, test } from 'vitest'
import operations from '../../../../messages/en/admin-operations.json'

test('every mail has a name that staff can read', () => {
  // The type says that none is missing.
  const words: Record<keyof MailTemplates, string> = operations.attention.templates
  expect(Object.values(words).filter((word) => word.trim() === '')).toEqual([])
})
